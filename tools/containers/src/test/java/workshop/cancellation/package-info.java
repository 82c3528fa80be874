/**
 * The finished servers in containers. The tests are in the package of step 04: its {@code Main} and its outcomes are not public.
 */
package workshop.cancellation;
