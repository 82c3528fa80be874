package workshop.site.check;

import java.util.List;

/**
 * Something that must be true of a site.
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
