<?php
/**
 * The few parts of Joomla that the content plugin touches, and a page around an article.
 *
 *     php joomla.php < '{"params": {"address": "https://..."}, "text": "<p>{swanilai}</p>", "named": true}'
 *
 * prints the HTML. The stand-ins keep the names and the ways of Joomla 4 and 5; they are no Joomla.
 */

namespace Joomla\Event {
    class Event
    {
        public function __construct(private array $arguments)
        {
        }

        public function getArguments(): array
        {
            return $this->arguments;
        }
    }
    interface SubscriberInterface
    {
        public static function getSubscribedEvents(): array;
    }
    interface DispatcherInterface
    {
    }
}

namespace Joomla\CMS\Application {
    interface CMSApplicationInterface
    {
    }
}

namespace Joomla\CMS\Extension {
    interface PluginInterface
    {
    }
}

namespace Joomla\CMS {
    final class Factory
    {
        public static $application;

        public static function getApplication()
        {
            return self::$application;
        }
    }
}

namespace Joomla\DI {
    interface ServiceProviderInterface
    {
    }
    final class Container
    {
        private array $made = [];

        public function set(string $name, callable $make): void
        {
            $this->made[$name] = $make;
        }

        public function get(string $name)
        {
            return $this->made[$name]($this);
        }
    }
}

namespace Joomla\CMS\Plugin {
    final class Params
    {
        public function __construct(private array $values)
        {
        }

        public function get(string $name, $default = null)
        {
            return $this->values[$name] ?? $default;
        }
    }
    final class PluginHelper
    {
        public static array $params = [];

        public static function getPlugin(string $group, string $name): object
        {
            return (object) ['type' => $group, 'name' => $name, 'params' => self::$params];
        }
    }
    abstract class CMSPlugin implements \Joomla\CMS\Extension\PluginInterface
    {
        public Params $params;
        private $application;

        public function __construct($dispatcher, array $config)
        {
            $this->params = new Params($config['params']);
        }

        public function setApplication($application): void
        {
            $this->application = $application;
        }

        protected function getApplication()
        {
            return $this->application;
        }
    }
}

namespace {
    define('_JEXEC', 1);
    $plugin = __DIR__ . '/../../../../integrations/joomla/swanilai';
    require $plugin . '/src/Extension/Swanilai.php';
    $given = json_decode(stream_get_contents(STDIN), true, 16, JSON_THROW_ON_ERROR);

    /** Keeps the script tags; Joomla writes them into the head. */
    $assets = new class () {
        public string $tags = '';

        public function registerAndUseScript($name, $address, $options, $attributes)
        {
            $this->tags .= '<script src="' . htmlspecialchars($address) . '"';
            foreach ($attributes as $key => $value) {
                $this->tags .= $value === true ? " $key" : " $key=\"" . htmlspecialchars($value) . '"';
            }
            $this->tags .= '></script>';
        }
    };
    $document = new class ($assets) {
        public function __construct(private $assets)
        {
        }

        public function getWebAssetManager()
        {
            return $this->assets;
        }
    };
    Joomla\CMS\Factory::$application = new class ($document) {
        public function __construct(private $document)
        {
        }

        public function getDocument()
        {
            return $this->document;
        }
    };
    Joomla\CMS\Plugin\PluginHelper::$params = $given['params'];

    $container = new Joomla\DI\Container();
    $container->set(Joomla\Event\DispatcherInterface::class, fn () => new class () implements Joomla\Event\DispatcherInterface {
    });
    (require $plugin . '/services/provider.php')->register($container);
    $made    = $container->get(Joomla\CMS\Extension\PluginInterface::class);
    $article = (object) ['text' => $given['text']];
    $values  = ['com_content.article', $article, null, 0];
    // Joomla 5 names the arguments, Joomla 4 numbers them.
    $arguments = $given['named'] ?? false ? array_combine(['context', 'subject', 'params', 'page'], $values) : $values;
    $made->{$made::getSubscribedEvents()['onContentPrepare']}(new Joomla\Event\Event($arguments));
    echo $assets->tags . $article->text;
}
