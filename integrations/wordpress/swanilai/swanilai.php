<?php
/**
 * Plugin Name: Swanilai
 * Description: Menampilkan penilaian mandiri Swanilai di halaman dan tulisan, lewat blok atau kode pendek.
 * Version: 1.0.0
 * Requires at least: 6.1
 * Requires PHP: 7.4
 * Text Domain: swanilai
 *
 * The one thing this plugin does: it prints a <div data-swanilai> and asks for embed.js of the Swanilai site. It keeps
 * no data of visitors, makes no request by itself, and never changes the site's own policy headers.
 *
 * Invariant: nothing a writer types reaches the page but what swanilai_attributes() lets through, escaped.
 */

defined( 'ABSPATH' ) || exit;

require __DIR__ . '/render.php';
require __DIR__ . '/settings.php';

add_action( 'init', 'swanilai_register' );
add_filter( 'script_loader_tag', 'swanilai_script_tag', 10, 2 );
add_action( 'admin_menu', 'swanilai_add_page' );
add_action( 'admin_init', 'swanilai_register_settings' );

/** Tells WordPress of the script, the shortcode and the block. */
function swanilai_register() {
	$settings = swanilai_settings();
	if ( '' !== $settings['address'] ) {
		// No version: the address without a query is the one whose integrity was published.
		wp_register_script( 'swanilai-embed', $settings['address'] . '/embed.js', array(), null, true );
	}
	add_shortcode( 'swanilai', 'swanilai_render' );

	wp_register_script(
		'swanilai-editor',
		plugins_url( 'editor.js', __FILE__ ),
		array( 'wp-blocks', 'wp-block-editor', 'wp-components', 'wp-element' ),
		'1.0.0',
		true
	);
	wp_localize_script(
		'swanilai-editor',
		'swanilaiEditor',
		array(
			'instruments' => swanilai_instruments(),
			'words'       => array(
				'title'      => __( 'Swanilai', 'swanilai' ),
				'about'      => __( 'Penilaian mandiri yang dapat dicoba pengunjung.', 'swanilai' ),
				'settings'   => __( 'Pengaturan', 'swanilai' ),
				'instrument' => __( 'Instrumen', 'swanilai' ),
				'any'        => __( 'Pengunjung memilih sendiri', 'swanilai' ),
				'mode'       => __( 'Dipakai untuk', 'swanilai' ),
				'practice'   => __( 'Latihan (halaman umum)', 'swanilai' ),
				'office'     => __( 'Penilaian kantor (portal internal)', 'swanilai' ),
				'shown'      => __( 'Penilaian tampil di sini saat halaman dibuka pengunjung.', 'swanilai' ),
			),
		)
	);
	register_block_type(
		'swanilai/penilaian',
		array(
			'api_version'           => 2,
			'attributes'            => array(
				'rubric' => array( 'type' => 'string', 'default' => '' ),
				'mode'   => array( 'type' => 'string', 'default' => 'latihan' ),
			),
			'editor_script_handles' => array( 'swanilai-editor' ),
			'render_callback'       => 'swanilai_render',
		)
	);
}

/** The tag of embed.js: asynchronous, and with its integrity where the settings have one. */
function swanilai_script_tag( $tag, $handle ) {
	if ( 'swanilai-embed' !== $handle ) {
		return $tag;
	}
	$more      = ' async';
	$integrity = swanilai_settings()['integrity'];
	if ( '' !== $integrity ) {
		$more .= ' integrity="' . esc_attr( $integrity ) . '" crossorigin="anonymous"';
	}
	return str_replace( ' src=', $more . ' src=', $tag );
}
