<?php
/**
 * What a shortcode or block becomes.
 *
 * Invariant: every attribute printed was matched against a pattern of its own and escaped; any other is dropped.
 */

defined( 'ABSPATH' ) || exit;

/** The instruments that can be filled in, by id. A test compares them with the ones that are shipped. */
function swanilai_instruments() {
	return array(
		'sakip-2021'               => 'SAKIP: LKE AKIP',
		'pekppp-2023-luring'       => 'Simulasi PEKPPP F-02 luring',
		'pekppp-2023-daring'       => 'Simulasi PEKPPP F-02 daring',
		'ombudsman-kepatuhan-2023' => 'Kepatuhan Ombudsman 2023-2024',
		'ombudsman-opini-2025'     => 'Penilaian Maladministrasi 2025 (draf)',
	);
}

/** The attributes of the tag, from whatever a writer typed: name => value, in a fixed order. */
function swanilai_attributes( $given ) {
	$allowed = array(
		'rubric'  => array( 'data-rubric', '/\A[a-z0-9-]{1,64}\z/' ),
		'mode'    => array( 'data-mode', '/\A(?:latihan|kantor)\z/' ),
		'heading' => array( 'data-heading-level', '/\A[1-6]\z/' ),
		'brand'   => array( 'data-theme-brand', '/\A#[0-9a-fA-F]{6}\z/' ),
	);
	$found   = array();
	foreach ( $allowed as $name => list( $attribute, $form ) ) {
		$value = isset( $given[ $name ] ) && is_scalar( $given[ $name ] ) ? (string) $given[ $name ] : '';
		if ( preg_match( $form, $value ) ) {
			$found[ $attribute ] = $value;
		}
	}
	return $found;
}

/** The markup of a shortcode or block: a place for the frame, with a link inside for where no script runs. */
function swanilai_render( $given = array() ) {
	$address = swanilai_settings()['address'];
	if ( '' === $address ) {
		// Visitors see nothing; those who can mend it see why.
		return current_user_can( 'edit_posts' )
			? '<p>' . esc_html__( 'Swanilai belum tampil: isi alamatnya di Pengaturan > Swanilai.', 'swanilai' ) . '</p>'
			: '';
	}
	wp_enqueue_script( 'swanilai-embed' );
	$attributes = swanilai_attributes( is_array( $given ) ? $given : array() );
	$markup     = '<div class="swanilai" data-swanilai';
	foreach ( $attributes as $name => $value ) {
		$markup .= ' ' . $name . '="' . esc_attr( $value ) . '"';
	}
	$link = $address . '/' . ( isset( $attributes['data-rubric'] ) ? '#/mulai/' . $attributes['data-rubric'] : '' );
	return $markup . '><a href="' . esc_url( $link ) . '" target="_blank" rel="noopener">'
		. esc_html__( 'Buka penilaian mandiri di tab baru', 'swanilai' ) . '</a></div>';
}
