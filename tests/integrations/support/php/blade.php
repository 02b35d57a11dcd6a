<?php
/**
 * Renders a Blade view with Laravel's own view library (Debian: php-illuminate-view).
 *
 *     php blade.php VIEWS CACHE < view
 *
 * VIEWS holds what the view may include.
 */

require '/usr/share/php/Illuminate/View/autoload.php';

use Illuminate\Container\Container;
use Illuminate\Events\Dispatcher;
use Illuminate\Filesystem\Filesystem;
use Illuminate\View\Compilers\BladeCompiler;
use Illuminate\View\Engines\CompilerEngine;
use Illuminate\View\Engines\EngineResolver;
use Illuminate\View\Factory;
use Illuminate\View\FileViewFinder;

[, $views, $cache] = $argv;
$files    = new Filesystem();
$compiler = new BladeCompiler($files, $cache);
$engines  = new EngineResolver();
$engines->register('blade', fn () => new CompilerEngine($compiler, $files));
$factory = new Factory($engines, new FileViewFinder($files, [$views]), new Dispatcher(new Container()));
file_put_contents("$views/halaman.blade.php", stream_get_contents(STDIN));
echo $factory->make('halaman', ['heading' => 'Judul halaman', 'mode' => ['x']])->render();
