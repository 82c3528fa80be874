package workshop.site.check;

import java.util.List;

/**
 * Something that must be true of a site, looked at each time when it is rendered. The Nu validator, which knows far more of
 * HTML, takes too long for that, and is among the tests.
 */
public interface SiteCheck {
    /** Those for each site. */
    List<SiteCheck> FOR_EACH_SITE = List.of(new Links(), new UniqueIds(), new ImageTexts(), new Headings(), new NothingRemote(),
                                       new SearchedSections(), new AnsweredQuizzes(), new KnownMacros());

    /**
     * Looks at a site.
     *
     * @param site the site
     * @return what is wrong, each with its page; nothing if all is well
     */
    List<String> check(WrittenSite site);
}
