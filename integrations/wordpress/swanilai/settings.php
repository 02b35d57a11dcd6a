<?php
/**
 * Where Swanilai is, and the integrity of its script.
 *
 * Invariant: swanilai_settings() gives values that passed swanilai_clean(), whatever the database holds.
 */

defined( 'ABSPATH' ) || exit;

/** The settings: 'address' without a slash at the end, or ''; 'integrity', or ''. */
function swanilai_settings() {
	return swanilai_clean( get_option( 'swanilai', array() ) );
}

/** What of an input can be a setting. */
function swanilai_clean( $input ) {
	$text = static function ( $name ) use ( $input ) {
		return is_array( $input ) && isset( $input[ $name ] ) && is_string( $input[ $name ] ) ? trim( $input[ $name ] ) : '';
	};
	$integrity = $text( 'integrity' );
	return array(
		'address'   => swanilai_clean_address( $text( 'address' ) ),
		'integrity' => preg_match( '~\Asha(?:256|384|512)-[A-Za-z0-9+/]{43,88}={0,2}\z~', $integrity ) ? $integrity : '',
	);
}

/** An address of https (or of this computer, for trying out), perhaps with a folder; else ''. */
function swanilai_clean_address( $address ) {
	$host = '[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?(?::[0-9]{1,5})?';
	$here = '(?:localhost|127\.0\.0\.1)(?::[0-9]{1,5})?';
	$path = '(?:/[A-Za-z0-9._-]+)*';
	return preg_match( "~\\A((?:https://$host|http://$here)$path)/?\\z~", $address, $found ) ? $found[1] : '';
}

function swanilai_register_settings() {
	register_setting(
		'swanilai',
		'swanilai',
		array( 'type' => 'array', 'sanitize_callback' => 'swanilai_check', 'show_in_rest' => false )
	);
}

/** As swanilai_clean, and says what was dropped. */
function swanilai_check( $input ) {
	$clean = swanilai_clean( $input );
	foreach ( array(
		'address'   => __( 'Alamat tidak disimpan: tulis seperti https://swanilai.example.go.id, tanpa tanda tanya atau spasi.', 'swanilai' ),
		'integrity' => __( 'Sidik berkas tidak disimpan: harus diawali sha384- dan disalin utuh.', 'swanilai' ),
	) as $name => $word ) {
		if ( is_array( $input ) && ! empty( $input[ $name ] ) && '' === $clean[ $name ] ) {
			add_settings_error( 'swanilai', $name, $word );
		}
	}
	return $clean;
}

function swanilai_add_page() {
	add_options_page( 'Swanilai', 'Swanilai', 'manage_options', 'swanilai', 'swanilai_page' );
}

/** Settings > Swanilai, with the lines that both sides' policies need. */
function swanilai_page() {
	$settings = swanilai_settings();
	// Scheme, host and port alone: folders do not belong into a policy.
	$origin = static function ( $address ) {
		return preg_replace( '~\A(https?://[^/]+).*\z~s', '$1', $address );
	};
	?>
	<div class="wrap">
		<h1>Swanilai</h1>
		<form method="post" action="options.php">
			<?php settings_fields( 'swanilai' ); ?>
			<table class="form-table" role="presentation">
				<tr>
					<th scope="row"><label for="swanilai-address"><?php esc_html_e( 'Alamat Swanilai', 'swanilai' ); ?></label></th>
					<td>
						<input id="swanilai-address" class="regular-text code" type="url" name="swanilai[address]"
							value="<?php echo esc_attr( $settings['address'] ); ?>" placeholder="https://swanilai.example.go.id">
						<p class="description"><?php esc_html_e( 'Alamat situs tempat berkas Swanilai dipasang.', 'swanilai' ); ?></p>
					</td>
				</tr>
				<tr>
					<th scope="row"><label for="swanilai-integrity"><?php esc_html_e( 'Sidik embed.js (boleh kosong)', 'swanilai' ); ?></label></th>
					<td>
						<input id="swanilai-integrity" class="large-text code" type="text" name="swanilai[integrity]"
							value="<?php echo esc_attr( $settings['integrity'] ); ?>" placeholder="sha384-...">
						<p class="description"><?php esc_html_e( 'Bila diisi, perbarui setiap kali Swanilai diperbarui; kalau tidak, peramban menolak skripnya.', 'swanilai' ); ?></p>
					</td>
				</tr>
			</table>
			<?php submit_button(); ?>
		</form>
		<?php if ( '' !== $settings['address'] ) : ?>
			<h2><?php esc_html_e( 'Kebijakan keamanan (CSP)', 'swanilai' ); ?></h2>
			<p><?php esc_html_e( 'Bila situs ini mengirim Content-Security-Policy, tambahkan:', 'swanilai' ); ?></p>
			<pre><code>script-src <?php echo esc_html( $origin( $settings['address'] ) ); ?>;
frame-src <?php echo esc_html( $origin( $settings['address'] ) ); ?> blob:</code></pre>
			<p><?php esc_html_e( 'Di server Swanilai, daftar situs yang boleh menampilkannya harus memuat:', 'swanilai' ); ?></p>
			<pre><code><?php echo esc_html( $origin( home_url() ) ); ?></code></pre>
		<?php endif; ?>
	</div>
	<?php
}
