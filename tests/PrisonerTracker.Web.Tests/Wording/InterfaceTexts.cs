using System.Text;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace PrisonerTracker.Web.Tests.Wording;

/// <summary>Every text of the interface, read off the source: the keys that a language file must have.</summary>
internal static partial class InterfaceTexts
{
    /// <summary>One text for all, one for each plural, one for each gender.</summary>
    public enum Kind
    {
        Plain,
        Number,
        Person,
    }

    public static string Source { get; } = FindSource();

    public static IReadOnlyDictionary<string, (Kind Kind, string File)> All { get; } = Collect();

    private static Dictionary<string, (Kind Kind, string File)> Collect()
    {
        var found = new Dictionary<string, (Kind, string)>(StringComparer.Ordinal);
        foreach (var file in Directory.EnumerateFiles(Source, "*.cs*", SearchOption.AllDirectories).Where(f => !Built().IsMatch(f)))
        {
            var texts = Path.GetExtension(file) switch { ".cs" => InCode(File.ReadAllText(file)), ".cshtml" => InView(File.ReadAllText(file)), _ => [] };
            foreach (var (kind, text) in texts.Where(t => Letters().IsMatch(t.Text)))
                found.TryAdd(text, (kind, Path.GetRelativePath(Source, file)));
        }

        return found;
    }

    private static IEnumerable<(Kind Kind, string Text)> InCode(string code)
    {
        foreach (var node in CSharpSyntaxTree.ParseText(code).GetRoot().DescendantNodes())
        {
            var texts = node switch
            {
                InvocationExpressionSyntax call => InCall(call),
                AssignmentExpressionSyntax { Left: MemberAccessExpressionSyntax { Name.Identifier.Text: "ErrorMessage" }, Right: LiteralExpressionSyntax literal } => [(Kind.Plain, literal.Token.ValueText)],
                CastExpressionSyntax cast when IsPhrase(cast.Type) => cast.Parent is ConditionalExpressionSyntax choice ? Phrases(choice) : Phrases(cast),
                AttributeArgumentSyntax { NameEquals.Name.Identifier.Text: "ErrorMessage", Expression: LiteralExpressionSyntax literal } => [(Kind.Plain, literal.Token.ValueText)],
                AttributeArgumentSyntax { NameEquals.Name.Identifier.Text: "Name", Expression: LiteralExpressionSyntax literal, Parent.Parent: AttributeSyntax { Name: IdentifierNameSyntax { Identifier.Text: "Display" } } } => [(Kind.Plain, literal.Token.ValueText)],
                BaseObjectCreationExpressionSyntax { ArgumentList: { } arguments } creation => Phrases(arguments.Arguments.ElementAtOrDefault(Said(creation))?.Expression),
                PrimaryConstructorBaseTypeSyntax { Type: IdentifierNameSyntax { Identifier.Text: "RuleException" } } parent => Phrases(parent.ArgumentList.Arguments.ElementAtOrDefault(1)?.Expression),
                MethodDeclarationSyntax method when IsPhrase(method.ReturnType) => method.DescendantNodes().OfType<ExpressionSyntax>().Where(IsAnswer).SelectMany(Phrases),
                PropertyDeclarationSyntax property when IsPhrase(property.Type) => property.DescendantNodes().OfType<ExpressionSyntax>().Where(IsAnswer).SelectMany(Phrases),
                LocalFunctionStatementSyntax local when IsPhrase(local.ReturnType) => local.DescendantNodes().OfType<ExpressionSyntax>().Where(IsAnswer).SelectMany(Phrases),
                _ => [],
            };
            foreach (var text in texts)
                yield return text;
        }
    }

    private static IEnumerable<(Kind Kind, string Text)> InCall(InvocationExpressionSyntax call)
    {
        var name = call.Expression switch
        {
            IdentifierNameSyntax identifier => identifier.Identifier.Text,
            MemberAccessExpressionSyntax member => member.Name.Identifier.Text,
            _ => "",
        };
        var arguments = call.ArgumentList.Arguments;
        return name switch
        {
            "T" or "H" => Plain(0),
            "G" => Literal(1) is { } text ? [(Kind.Person, text)] : [],
            "N" or "HN" => (Literal(1), Literal(2)) is ({ } one, { } many) ? [(Kind.Number, $"{one}|{many}")] : [],
            "Ask" => Phrases(arguments.ElementAtOrDefault(1)?.Expression),
            "NotInFuture" or "InOrder" => Phrases(arguments.LastOrDefault()?.Expression),
            "FactAsync" => Phrases(arguments.ElementAtOrDefault(2)?.Expression),
            _ => [],
        };

        string? Literal(int at) => arguments.ElementAtOrDefault(at)?.Expression is LiteralExpressionSyntax { Token.Value: string text } ? text : null;

        IEnumerable<(Kind Kind, string Text)> Plain(int at) => Literal(at) is { } text ? [(Kind.Plain, text)] : [];
    }

    private static bool IsPhrase(TypeSyntax type) => type.ToString() is "Phrase" or "Phrase?";

    // Where a refusal, or the fact that stands against another, has its words; their names need not stand where a method says that it makes one.
    private static int Said(BaseObjectCreationExpressionSyntax creation) =>
        (creation as ObjectCreationExpressionSyntax)?.Type.ToString() switch
        {
            null when !IsAnswer(creation) => int.MaxValue,
            null => creation.FirstAncestorOrSelf<MethodDeclarationSyntax>()?.ReturnType.ToString() switch { "RuleException?" => 1, "ConflictingFact" => 2, _ => int.MaxValue },
            "RuleException" => 1,
            "ConflictingFact" => 2,
            _ => int.MaxValue,
        };

    private static bool IsAnswer(ExpressionSyntax expression) => expression.Parent is ReturnStatementSyntax or ArrowExpressionClauseSyntax or SwitchExpressionArmSyntax;

    // The sentence itself, or the sentences between which a condition chooses.
    private static IEnumerable<(Kind Kind, string Text)> Phrases(ExpressionSyntax? expression) => expression switch
    {
        LiteralExpressionSyntax { Token.Value: string text } => [(Kind.Plain, text.Replace("{", "{{", StringComparison.Ordinal).Replace("}", "}}", StringComparison.Ordinal))],
        InterpolatedStringExpressionSyntax interpolated => [(Kind.Plain, WithGaps(interpolated))],
        ConditionalExpressionSyntax choice => [.. Phrases(choice.WhenTrue), .. Phrases(choice.WhenFalse)],
        ParenthesizedExpressionSyntax inner => Phrases(inner.Expression),
        CastExpressionSyntax cast when IsPhrase(cast.Type) => Phrases(cast.Expression),
        _ => [],
    };

    private static string WithGaps(InterpolatedStringExpressionSyntax interpolated)
    {
        var text = new StringBuilder();
        var gaps = 0;
        foreach (var part in interpolated.Contents)
            text.Append(part is InterpolatedStringTextSyntax literal ? literal.TextToken.ValueText.Replace("{", "{{", StringComparison.Ordinal).Replace("}", "}}", StringComparison.Ordinal) : $"{{{gaps++}}}");
        return text.ToString();
    }

    private static IEnumerable<(Kind Kind, string Text)> InView(string view)
    {
        foreach (Match call in Text().Matches(view))
            yield return (Kind.Plain, Unescaped(call.Groups["text"].Value));
        foreach (Match call in Number().Matches(view))
            yield return (Kind.Number, $"{Unescaped(call.Groups["one"].Value)}|{Unescaped(call.Groups["many"].Value)}");
        foreach (Match field in Field().Matches(view))
        {
            foreach (Match attribute in FieldText().Matches(field.Value))
                yield return (Kind.Plain, System.Net.WebUtility.HtmlDecode(attribute.Groups["text"].Value));
        }
    }

    private static string Unescaped(string literal) => (string)SyntaxFactory.ParseToken($"\"{literal}\"").Value!;

    private static string FindSource()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "PrisonerTracker.sln")))
            folder = folder.Parent!;
        return Path.Combine(folder.FullName, "src");
    }

    [GeneratedRegex(@"\p{L}{2}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Letters();

    [GeneratedRegex(@"[/\\](obj|bin)[/\\]", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Built();

    [GeneratedRegex("""(?<![A-Za-z0-9_.])[TH]\(\s*"(?<text>(\\.|[^"\\])*)"(?=\s*[,)])""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Text();

    [GeneratedRegex("""(?<![A-Za-z0-9_.])H?N\([^"\n]*?,\s*"(?<one>(\\.|[^"\\])*)",\s*"(?<many>(\\.|[^"\\])*)"(?=\s*[,)])""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Number();

    [GeneratedRegex("""<field\b([^>"]|"[^"]*")*>""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Field();

    [GeneratedRegex("""\b(label|hint)="(?<text>[^"@]+)""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex FieldText();
}
