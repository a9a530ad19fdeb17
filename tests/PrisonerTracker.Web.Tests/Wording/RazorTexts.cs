using System.Text.RegularExpressions;

namespace PrisonerTracker.Web.Tests.Wording;

/// <summary>
/// The words that stand in a view as they are, and not in one of the helpers that translate them. Reads Razor as far as that needs: markup,
/// statements and expressions inside one another, attributes, comments.
/// </summary>
internal sealed partial class RazorTexts
{
    private static readonly HashSet<string> Void = ["input", "br", "hr", "meta", "link", "img", "partial", "field", "partial-date", "col", "wbr", "source"];
    private static readonly HashSet<string> Spoken = ["aria-label", "title", "alt", "placeholder", "data-label", "label", "hint", "unknown", "aria-description", "aria-roledescription"];
    private static readonly HashSet<string> Directives = ["page", "model", "using", "inject", "addTagHelper", "removeTagHelper", "namespace", "inherits", "layout"];

    private readonly string _view;
    private readonly List<string> _found = [];
    private int _at;

    // In an attribute that nobody reads.
    private bool _isAttribute;

    // Directly between the brackets of a helper that translates, or of an index.
    private bool _isSaid;

    private RazorTexts(string view) => _view = view;

    public static IReadOnlyList<string> Of(string view)
    {
        var reader = new RazorTexts(view);
        reader.Markup(isElement: false);
        return reader._found;
    }

    private char Here => _at < _view.Length ? _view[_at] : '\0';

    private bool Sees(string text) => string.CompareOrdinal(_view, _at, text, 0, text.Length) == 0;

    // The whole view, what stands in the braces of a section, or one element with all that is in it.
    private void Markup(bool isElement, bool isSection = false)
    {
        var (depth, start) = (0, _at);
        while (_at < _view.Length)
        {
            if (Sees("@*") || Sees("<!--"))
            {
                Flush(start);
                Skip(Sees("@*") ? "*@" : "-->");
                start = _at;
            }
            else if (Sees("@@"))
            {
                _at += 2;
            }
            else if (Here == '@' && !(_at > start && char.IsLetterOrDigit(_view[_at - 1])))
            {
                Flush(start);
                _at++;
                Razor();
                start = _at;
            }
            else if (isSection && depth == 0 && Here == '}')
            {
                Flush(start);
                _at++;
                return;
            }
            else if (Here == '<' && Tag().Match(_view, _at) is { Success: true } tag)
            {
                Flush(start);
                var isEnd = Here == '<' && _view[_at + 1] == '/';
                _at += tag.Length;
                var closesItself = Attributes(tag.Groups["name"].Value);
                start = _at;
                depth += isEnd ? -1 : closesItself || Void.Contains(tag.Groups["name"].Value) ? 0 : 1;
                if (isElement && depth <= 0)
                    return;
            }
            else
            {
                _at++;
            }
        }

        Flush(start);
    }

    private void Flush(int start) => Report(_view[start.._at]);

    private void Report(string text, string where = "")
    {
        var words = NoWords().Replace(text, " ");
        if (Word().IsMatch(words))
            _found.Add(where + text.Trim());
    }

    // Behind an @ in markup.
    private void Razor()
    {
        if (Here == '(')
        {
            Code(')');
            return;
        }

        if (Here == '{')
        {
            Code('}');
            return;
        }

        var word = Identifier().Match(_view, _at).Value;
        if (Directives.Contains(word))
        {
            Skip("\n");
            return;
        }

        _at += word.Length;
        if (word is "if" or "foreach" or "for" or "while" or "switch" or "functions" or "section")
            Statement(word);
        else
            Expression(word);
    }

    private void Statement(string word)
    {
        if (word == "section")
        {
            Skip("{");
            Markup(isElement: false, isSection: true);
            return;
        }

        while (_at < _view.Length && Here != '{')
        {
            if (Here == '(')
                Code(')');
            else
                Step();
        }

        Code('}');
        if (word == "if" && Else().Match(_view, _at) is { Success: true } other)
        {
            _at += other.Length;
            Statement("if");
        }
    }

    // An implicit expression: names, calls, indexes.
    private void Expression(string word)
    {
        if (word == "await")
        {
            _at++;
            _at += Identifier().Match(_view, _at).Length;
        }

        while (true)
        {
            if (Here is '(' or '[')
                Code(Here == '(' ? ')' : ']');
            else if (Here == '!' && _at + 1 < _view.Length && _view[_at + 1] is '.' or '(' or '[')
                _at++;
            else if ((Here == '.' || Sees("?.")) && Member().Match(_view, _at) is { Success: true } member)
                _at += member.Length;
            else
                return;
        }
    }

    // From an opening bracket to the one that closes it.
    private void Code(char end)
    {
        var isSaid = _isSaid;
        _isSaid = end == ']' || (end == ')' && Helper().IsMatch(_view[Math.Max(0, _at - 4).._at]));
        _at++;
        while (_at < _view.Length && Here != end)
        {
            if (Here == '<' && IsMarkup() && Tag().IsMatch(_view, _at))
                Markup(isElement: true);
            else if (Here is '(' or '[' or '{')
                Code(Here switch { '(' => ')', '[' => ']', _ => '}' });
            else
                Step();
        }

        _at++;
        _isSaid = isSaid;
    }

    // Markup in code begins a statement, or stands behind an @.
    private bool IsMarkup()
    {
        var before = _at - 1;
        while (before >= 0 && char.IsWhiteSpace(_view[before]))
            before--;
        return before >= 0 && _view[before] is '{' or '}' or ';' or '>' or '@' or ':';
    }

    // One character of code, or a whole string or comment.
    private void Step()
    {
        if (Sees("//"))
            Skip("\n");
        else if (Sees("/*") || Sees("@*"))
            Skip(Sees("/*") ? "*/" : "*@");
        else if (Here == '"' || Sees("$\"") || Sees("@\""))
            Text();
        else if (Here == '\'' && Character().Match(_view, _at) is { Success: true } character)
            _at += character.Length;
        else
            _at++;
    }

    private void Text()
    {
        var isInterpolated = Here == '$';
        _at = _view.IndexOf('"', _at) + 1;
        var (start, from, text) = (_at, _at, "");
        while (_at < _view.Length && Here != '"')
        {
            if (Here == '\\' || (isInterpolated && Sees("{{")))
            {
                _at += 2;
            }
            else if (isInterpolated && Here == '{')
            {
                text += _view[from.._at] + "…";
                Code('}');
                from = _at;
            }
            else
            {
                _at++;
            }
        }

        text += _view[from.._at];
        if (!_isSaid && !_isAttribute && (Prose().IsMatch(text) || (Choice().IsMatch(_view[Math.Max(0, start - 5)..start]) && Capitalised().IsMatch(text))))
            Report(text, "in code: ");
        _at++;
    }

    // Behind the name of an element, up to the end of its tag; whether it closes itself.
    private bool Attributes(string element)
    {
        while (_at < _view.Length && Here != '>')
        {
            if (Sees("/>"))
            {
                _at += 2;
                return true;
            }

            if (Attribute().Match(_view, _at) is { Success: true } attribute)
            {
                _at += attribute.Length;
                Value(element, attribute.Groups["name"].Value, _view[_at - 1]);
            }
            else if (Here == '@')
            {
                _at++;
                Razor();
            }
            else
            {
                _at++;
            }
        }

        _at++;
        return false;
    }

    private void Value(string element, string name, char quote)
    {
        // The tag helper of fields says its label and hint in the reader's language by itself.
        var isSpoken = Spoken.Contains(name) && !(element == "field" && name is "label" or "hint");
        var (start, isAttribute) = (_at, _isAttribute);
        _isAttribute = !isSpoken;
        while (_at < _view.Length && Here != quote)
        {
            if (Here == '@' && !Sees("@@"))
            {
                if (isSpoken)
                    Report(_view[start.._at], name + ": ");
                _at++;
                Razor();
                start = _at;
            }
            else
            {
                _at++;
            }
        }

        if (isSpoken)
            Report(_view[start.._at], name + ": ");
        _isAttribute = isAttribute;
        _at++;
    }

    private void Skip(string end)
    {
        var found = _view.IndexOf(end, _at, StringComparison.Ordinal);
        _at = found < 0 ? _view.Length : found + end.Length;
    }

    [GeneratedRegex(@"\G</?(?<name>[a-z][a-z0-9-]*)(?=[\s/>])|\G<!(?<name>DOCTYPE)", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Tag();

    [GeneratedRegex(@"\G(?<name>[A-Za-z][A-Za-z0-9_:.-]*)\s*=\s*[""']", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Attribute();

    [GeneratedRegex(@"\G[A-Za-z_][A-Za-z0-9_]*", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Identifier();

    [GeneratedRegex(@"\G\??\.[A-Za-z_][A-Za-z0-9_]*", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Member();

    [GeneratedRegex(@"\G\s*else\b", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Else();

    [GeneratedRegex(@"\G'(\\.|[^'\\])'", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Character();

    // Entities, what stands in the gaps of a text in code, and names that are the same in every language.
    [GeneratedRegex(@"&[a-z]+;|&#[0-9]+;|\{[^{}]*\}|\b(?:Prisoner Tracker|CSV|Excel|JSON)\b", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex NoWords();

    [GeneratedRegex(@"(?<![A-Za-z0-9_.])(T|N|G|H|HN)$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Helper();

    [GeneratedRegex(@"\p{L}{2,}[,:;]? \p{L}", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Prose();

    // A text that is one of two.
    [GeneratedRegex(@"[?:] ?\$?""$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Choice();

    [GeneratedRegex(@"^\p{Lu}\p{Ll}+$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Capitalised();

    [GeneratedRegex(@"\p{L}{2,}", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Word();
}
