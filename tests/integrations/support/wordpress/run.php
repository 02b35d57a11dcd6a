<?php
/**
 * One step inside the WordPress of the tests: `php run.php FOLDER STEP < JSON`, prints JSON.
 *
 * Steps: install (with the plugin active) · option (sets what the settings page would save) · write (a post by a person of
 * a role, filtered as WordPress filters what that role
 * writes) · uninstall (answers what is left).
 */

[, $folder, $step] = $argv;
$given = json_decode( stream_get_contents( STDIN ), true );
if ( 'install' === $step ) {
	define( 'WP_INSTALLING', true );
}
require "$folder/wp-config.php";
require_once ABSPATH . 'wp-admin/includes/admin.php';

/** A person of a role, made when first asked for. */
function person( $role ) {
	$user = get_user_by( 'login', $role );
	return $user ? $user->ID : wp_insert_user(
		array( 'user_login' => $role, 'user_pass' => $role, 'user_email' => "$role@example.go.id", 'role' => $role )
	);
}

switch ( $step ) {
	case 'install':
		require_once ABSPATH . 'wp-admin/includes/upgrade.php';
		wp_install( 'Dinas Contoh', 'administrator', 'administrator@example.go.id', true, '', 'administrator' );
		switch_theme( 'uji' );
		$answer = activate_plugin( 'swanilai/swanilai.php' );
		break;
	case 'option':
		wp_set_current_user( person( 'administrator' ) );
		do_action( 'admin_init' );
		update_option( 'swanilai', $given );
		$answer = get_option( 'swanilai' );
		break;
	case 'write':
		wp_set_current_user( person( $given['role'] ) );
		kses_init();
		$answer = wp_insert_post(
			array( 'post_title' => 'Penilaian', 'post_status' => 'publish', 'post_content' => wp_slash( $given['content'] ) ),
			true
		);
		break;
	case 'uninstall':
		deactivate_plugins( 'swanilai/swanilai.php' );
		uninstall_plugin( 'swanilai/swanilai.php' );
		global $wpdb;
		$answer = $wpdb->get_col( "SELECT option_name FROM $wpdb->options WHERE option_name LIKE '%swanilai%'" );
		break;
}
echo wp_json_encode( $answer ?? null );
