<?php
/**
 * Puts Swanilai where an article says {swanilai ...}.
 *
 * Invariant: nothing a writer types reaches the page but what attributes() lets through, escaped.
 */

namespace Swanilai\Plugin\Content\Swanilai\Extension;

defined('_JEXEC') or die;

use Joomla\CMS\Application\CMSApplicationInterface;
use Joomla\CMS\Plugin\CMSPlugin;
use Joomla\Event\Event;
use Joomla\Event\SubscriberInterface;

final class Swanilai extends CMSPlugin implements SubscriberInterface
{
    /** What a writer may say: the attribute it becomes, and its form. */
    private const ALLOWED = [
        'rubric'  => ['data-rubric', '/\A[a-z0-9-]{1,64}\z/'],
        'mode'    => ['data-mode', '/\A(?:latihan|kantor)\z/'],
        'heading' => ['data-heading-level', '/\A[1-6]\z/'],
        'brand'   => ['data-theme-brand', '/\A#[0-9a-fA-F]{6}\z/'],
    ];

    public static function getSubscribedEvents(): array
    {
        return ['onContentPrepare' => 'prepare'];
    }

    /** Joomla 4 and 5 number or name the arguments; their order is the same. */
    public function prepare(Event $event): void
    {
        [$context, $article] = array_values($event->getArguments());
        $address = $this->address();
        if ($context === 'com_finder.indexer' || $address === '' || !is_object($article) || !isset($article->text)) {
            return;
        }
        // Editors wrap a line of its own in a paragraph, which may not hold a <div>.
        $article->text = preg_replace_callback(
            '~<p>\s*\{swanilai(?<alone>[^{}<>]*)\}\s*</p>|\{swanilai(?<within>[^{}<>]*)\}~',
            fn (array $found) => $this->markup($address, $found['alone'] . ($found['within'] ?? '')),
            $article->text,
            -1,
            $count
        ) ?? $article->text;
        if ($count > 0) {
            $this->useScript($address);
        }
    }

    private function useScript(string $address): void
    {
        $attributes = ['async' => true];
        $integrity  = (string) $this->params->get('integrity', '');
        if (preg_match('~\Asha(?:256|384|512)-[A-Za-z0-9+/]{43,88}={0,2}\z~', $integrity)) {
            $attributes += ['integrity' => $integrity, 'crossorigin' => 'anonymous'];
        }
        $this->getApplication()->getDocument()->getWebAssetManager()
            ->registerAndUseScript('swanilai.embed', $address . '/embed.js', ['version' => false], $attributes);
    }

    /** The address of the Swanilai site without a slash at its end, or ''. */
    private function address(): string
    {
        $host = '[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?(?::[0-9]{1,5})?';
        $form = "~\\A(https://$host(?:/[A-Za-z0-9._-]+)*)/?\\z~";
        return preg_match($form, trim((string) $this->params->get('address', '')), $found) ? $found[1] : '';
    }

    /** The attributes of the tag from `rubric=sakip-2021 mode="latihan"`, quoted or not. */
    private static function attributes(string $said): array
    {
        $said  = html_entity_decode($said, ENT_QUOTES | ENT_HTML5, 'UTF-8');
        $found = [];
        preg_match_all('~(?<=\s)(?<name>[a-z]+)=(?<quote>["\']?)(?<value>[^\s"\']+)\k<quote>(?=\s|\z)~', $said, $pairs, PREG_SET_ORDER);
        foreach ($pairs as $pair) {
            [$attribute, $form] = self::ALLOWED[$pair['name']] ?? [null, '/(?!)/'];
            if (preg_match($form, $pair['value'])) {
                $found[$attribute] = $pair['value'];
            }
        }
        return $found;
    }

    private function markup(string $address, string $said): string
    {
        $escape     = fn (string $text) => htmlspecialchars($text, ENT_QUOTES | ENT_HTML5, 'UTF-8');
        $attributes = self::attributes($said);
        $markup     = '<div class="swanilai" data-swanilai';
        foreach ($attributes as $name => $value) {
            $markup .= ' ' . $name . '="' . $escape($value) . '"';
        }
        $link = $address . '/' . (isset($attributes['data-rubric']) ? '#/mulai/' . $attributes['data-rubric'] : '');
        return $markup . '><a href="' . $escape($link) . '" target="_blank" rel="noopener">Buka penilaian mandiri di tab baru</a></div>';
    }
}
