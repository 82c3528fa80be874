package workshop.site.check;

import java.util.List;

import org.jsoup.nodes.Document;

/**
 * Each image says in words what it shows.
 */
final class ImageTexts extends PageCheck {
    private static final int WORDS = 3;

    @Override
    List<String> check(Document page) {
        return page.select("img, svg[role=img]").stream()
                .filter(image -> text(image).isBlank() || text(image).split("\\s+").length < WORDS)
                .map(image -> "the image %s says '%s'; say in words what it shows".formatted(image.attr("src"), text(image)))
                .toList();
    }

    private static String text(org.jsoup.nodes.Element image) {
        return image.normalName().equals("img") ? image.attr("alt") : image.attr("aria-label");
    }
}
