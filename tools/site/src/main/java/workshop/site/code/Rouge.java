package workshop.site.code;

import org.jruby.Ruby;
import org.jruby.runtime.builtin.IRubyObject;

/**
 * Rouge, the highlighter that comes with AsciidoctorJ: for shell, HTTP, XML and YAML.
 */
final class Rouge {
    private final Ruby ruby;
    private final IRubyObject function;

    private Rouge(Ruby ruby, IRubyObject function) {
        this.ruby = ruby;
        this.function = function;
    }

    /** The Rouge of the Ruby in which Asciidoctor runs. */
    static Rouge in(Ruby ruby) {
        IRubyObject function = ruby.evalScriptlet("""
                require 'rouge'
                ->(language, source) {
                  lexer = Rouge::Lexer.find(language)
                  lexer ? Rouge::Formatters::HTML.new.format(lexer.new.lex(source)) : nil
                }
                """);
        return new Rouge(ruby, function);
    }

    /** The code as HTML; without colours if Rouge does not know the language. */
    String html(String language, String source) {
        IRubyObject html = function.callMethod(ruby.getCurrentContext(), "call",
                                               new IRubyObject[] {ruby.newString(language), ruby.newString(source)});
        return html.isNil() ? Html.escape(source) : html.asJavaString();
    }
}
