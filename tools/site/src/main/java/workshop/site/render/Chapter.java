package workshop.site.render;

import java.util.List;

import org.jsoup.nodes.Element;

import workshop.site.plan.PlannedChapter;

/**
 * A chapter that is ready to be put on a page.
 *
 * @param plan     its place in the course
 * @param title    its title
 * @param able     what a learner will be able to do, without a full stop; empty if it teaches nothing
 * @param minutes  the minutes that its source says; empty if it says none
 * @param body     its content
 * @param sections its sections, in order
 */
public record Chapter(PlannedChapter plan, String title, String able, String minutes, Element body, List<Section> sections) {
}
