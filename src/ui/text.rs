//! All wording of the page, in Indonesian.
//!
//! Invariant: no other file of the view holds a word that a person reads, except what the instruments
//! and `format::wording` say.

pub mod angka;
pub mod bagi;
pub mod bukti;
pub mod cek;
pub mod common;
pub mod daftar;
pub mod edisi;
pub mod hasil;
pub mod home;
pub mod keliling;
pub mod kertas;
pub mod masalah;
pub mod masuk;
pub mod number;
pub mod pengisian;
pub mod perbaikan;
pub mod perintah;
pub mod rekap;
pub mod resmi;
pub mod riwayat;
pub mod sendiri;
pub mod setda;
pub mod simulasi;
pub mod standing;
pub mod terbilang;
pub mod tindak_lanjut;
pub mod tonggak;
pub mod transfer;
pub mod verifikasi;
pub mod wawancara;
