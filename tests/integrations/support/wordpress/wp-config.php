<?php
/** A WordPress of the tests: its database on a socket, its address the one of the guides, nothing from elsewhere. */
define( 'DB_NAME', 'wordpress' );
define( 'DB_USER', 'root' );
define( 'DB_PASSWORD', '' );
define( 'DB_HOST', 'localhost:' . getenv( 'SWANILAI_SOCKET' ) );
define( 'DB_CHARSET', 'utf8mb4' );
define( 'DB_COLLATE', '' );
define( 'WP_HOME', 'https://www.example.go.id' );
define( 'WP_SITEURL', 'https://www.example.go.id' );
define( 'WP_HTTP_BLOCK_EXTERNAL', true );
define( 'AUTOMATIC_UPDATER_DISABLED', true );
define( 'DISABLE_WP_CRON', true );
define( 'WP_DEBUG', true );
define( 'WP_DEBUG_DISPLAY', false );
define( 'WP_DEBUG_LOG', getenv( 'SWANILAI_DEBUG_LOG' ) );
foreach ( array( 'AUTH', 'SECURE_AUTH', 'LOGGED_IN', 'NONCE' ) as $kind ) {
	define( $kind . '_KEY', 'test' );
	define( $kind . '_SALT', 'test' );
}
$table_prefix       = 'wp_';
$_SERVER['HTTPS']   = 'on';
$_SERVER['HTTP_HOST'] = 'www.example.go.id';
define( 'ABSPATH', __DIR__ . '/' );
require ABSPATH . 'wp-settings.php';
