{{--
    Swanilai in a Blade view: @include('swanilai', ['address' => 'https://swanilai.example.go.id', 'rubric' => 'sakip-2021'])

    Invariant: a value reaches the page only if it has the form its pattern allows, and then escaped by Blade.
--}}
@php
    $swanilaiAddress = preg_match('~\A(https://[a-z0-9.-]+(?::\d{1,5})?(?:/[A-Za-z0-9._-]+)*)/?\z~', (string) ($address ?? ''), $found) ? $found[1] : null;
    $swanilaiGiven = [];
    foreach ([
        'data-rubric' => [$rubric ?? '', '/\A[a-z0-9-]{1,64}\z/'],
        'data-mode' => [$mode ?? '', '/\A(?:latihan|kantor)\z/'],
        'data-heading-level' => [$heading ?? '', '/\A[1-6]\z/'],
        'data-theme-brand' => [$brand ?? '', '/\A#[0-9a-fA-F]{6}\z/'],
    ] as $name => [$value, $form]) {
        if (is_scalar($value) && preg_match($form, (string) $value)) {
            $swanilaiGiven[$name] = $value;
        }
    }
@endphp
@if ($swanilaiAddress !== null)
<div class="swanilai" data-swanilai @foreach ($swanilaiGiven as $name => $value) {{ $name }}="{{ $value }}" @endforeach>
    <a href="{{ $swanilaiAddress }}/{{ isset($swanilaiGiven['data-rubric']) ? '#/mulai/' . $swanilaiGiven['data-rubric'] : '' }}" target="_blank" rel="noopener">Buka penilaian mandiri di tab baru</a>
</div>
@once('swanilai')
<script src="{{ $swanilaiAddress }}/embed.js" async></script>
@endonce
@endif
