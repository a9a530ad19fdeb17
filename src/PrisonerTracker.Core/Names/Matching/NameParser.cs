using System.Text;
using PrisonerTracker.Core.Names.Arabic;
using PrisonerTracker.Core.Names.Text;

namespace PrisonerTracker.Core.Names;

/// <summary>
/// Takes a written name apart: in any order and any supported script, into given name, patronymic, family name, initials, title and maiden
/// name. Never throws; what it cannot tell it leaves <see cref="NamePart.Unknown"/>.
/// </summary>
public static class NameParser
{
    private const int MaxWords = 8;

    private static readonly HashSet<string> Titles = DataTable.Words("titles.txt");
    private static readonly HashSet<string> Particles = DataTable.Words("particles.txt");
    private static readonly HashSet<string> FormerMarks = DataTable.Words("maiden-marks.txt");
    private static readonly HashSet<string> PatronymicMarks = new(StringComparer.Ordinal)
        { "оглы", "огли", "оглу", "кызы", "кизи", "гызы", "улы", "уулу", "oglu", "oğlu", "ogly", "kyzy", "kizi", "kızı", "qızı", "uly", "uulu" };

    public static WrittenName Parse(string? text)
    {
        var clean = NameText.Clean(text);
        var (main, bracket) = TakeBracket(clean);
        var pieces = Split(main);
        var maidenPieces = Split(bracket ?? "");
        var former = pieces.FindIndex(piece => FormerMarks.Contains(piece.Word) && (!piece.IsInitial || piece.Dotted && piece.Word == "ур"));
        if (former > 0)
        {
            maidenPieces = pieces[(former + 1)..];
            pieces = pieces[..former];
        }

        maidenPieces.RemoveAll(piece => FormerMarks.Contains(piece.Word) || piece.IsInitial);
        var title = TakeTitles(pieces);
        var words = Words(pieces);
        var unclear = NameRoles.IsOfUnclearCase(words);
        NameRoles.Assign(words);
        ArabicNames.Mark(words);
        var name = new WrittenName(text ?? "", words, title, Words(maidenPieces));
        if (unclear && name.PatronymicWord is null)
        {
            var accusative = Words(pieces);
            NameRoles.Assign(accusative, accusative: true);
            name.OtherCase = new WrittenName(text ?? "", accusative, title, []);
        }

        return name;
    }

    // The more words, the fewer ways to read each: what a comparison may take is bounded.
    private static int MaxReadings(int words) => words switch { <= 2 => 12, 3 => 8, 4 => 5, _ => 3 };

    private static List<NameWord> Words(List<Piece> pieces)
    {
        var words = new List<NameWord>();
        var article = false;
        var vietnamese = pieces.Count > 2 && pieces.TrueForAll(piece => piece.Script == NameScript.Latin) && Asia.Vietnamese.AreSyllables(pieces.ConvertAll(piece => NameText.WithoutMarks(piece.Word)));
        for (var i = 0; i < pieces.Count; i++)
        {
            var piece = pieces[i];
            if (words.Count >= MaxWords)
                break;
            if (PatronymicMarks.Contains(piece.Word) && words.Count > 1)
            {
                words[^1].Part = NamePart.Patronymic;
                continue;
            }

            if (!piece.IsInitial && Particles.Contains(piece.Word) && pieces.Count > 2 && !vietnamese)
            {
                article = ArabicNames.IsArticle(piece.Word);
                continue;
            }

            if (i + 1 < pieces.Count && ServantNames.IsStart(piece.Word) && pieces[i + 1].Word is not ("el" or "al" or "ul" or "аль" or "эль"))
            {
                i++;
                piece = pieces[i] with { Text = piece.Text + " " + pieces[i].Text, Word = ServantNames.Join(piece.Word, pieces[i].Word), IsInitial = false };
            }
            else if (i + 2 < pieces.Count && ServantNames.IsStart(piece.Word))
            {
                i += 2;
                piece = pieces[i] with { Text = piece.Text + " " + pieces[i].Text, Word = ServantNames.Join(piece.Word, pieces[i].Word), IsInitial = false };
            }

            var word = new NameWord(piece.Text, ServantNames.Plain(piece.Word), piece.Script, piece.IsInitial, MaxReadings(pieces.Count)) { HasArticle = article || piece.HasArticle };
            article = false;
            if (word.Readings.Length > 0 || word.Arabic.Length > 0 || piece.Script is NameScript.Han or NameScript.Burmese)
                words.Add(word);
        }

        return words;
    }

    private static string? TakeTitles(List<Piece> pieces)
    {
        string? title = null;
        while (pieces.Count > 1 && Titles.Contains(pieces[0].Word) && (!pieces[0].IsInitial || pieces[0].Word.Length > 1))
        {
            title = title is null ? pieces[0].Text : title + " " + pieces[0].Text;
            pieces.RemoveAt(0);
        }

        // "U Win Tin": the Burmese title is one letter; without a dot and before two whole words it is no initial.
        if (pieces.Count > 2 && pieces[0] is { Word: "u" or "у", Dotted: false } && pieces.Skip(1).All(piece => !piece.IsInitial))
        {
            title = pieces[0].Text;
            pieces.RemoveAt(0);
        }

        return title;
    }

    private static (string Main, string? Bracket) TakeBracket(string text)
    {
        var open = text.AsSpan().IndexOfAny('(', '[');
        if (open < 0)
            return (text, null);
        var close = text.AsSpan(open).IndexOfAny(')', ']');
        var inside = close < 0 ? text[(open + 1)..] : text[(open + 1)..(open + close)];
        var rest = close < 0 ? text[..open] : string.Concat(text.AsSpan(0, open), " ", text.AsSpan(open + close + 1));
        return string.IsNullOrWhiteSpace(rest) ? (inside, null) : (rest, inside);
    }

    private static List<Piece> Split(string text)
    {
        var raw = new List<(string Text, bool Dotted, bool HasArticle)>();
        var article = false;
        for (var i = 0; i < text.Length && raw.Count < 2 * MaxWords;)
        {
            if (!Scripts.IsWordPart(text[i]))
            {
                i++;
                continue;
            }

            var start = i;
            while (i < text.Length && (Scripts.IsWordPart(text[i]) || (text[i] is '\u200C' or '\u200D' && i + 1 < text.Length && Scripts.IsWordPart(text[i + 1]))))
                i++;
            var word = text[start..i];
            var joined = i + 1 < text.Length && text[i] == '-' && Scripts.IsWordPart(text[i + 1]);
            if (word.Length > 5 && (word.StartsWith("El", StringComparison.Ordinal) || word.StartsWith("Al", StringComparison.Ordinal)) && char.IsUpper(word[2]) && char.IsLower(word[3]))
                (word, article) = (word[2..], true); // ElBaradei
            raw.Add((word, i < text.Length && text[i] == '.', article));
            article = false;
            if (joined && NameText.Lower(word) is "al" or "el" or "аль" or "эль" or "ад" or "ас" or "аш" or "ат" or "ар" or "ан" or "as" or "ash" or "an" or "ad" or "at" or "ar")
            {
                raw.RemoveAt(raw.Count - 1);
                article = true;
            }
        }

        var rest = Majority(raw);
        var pieces = new List<Piece>(raw.Count);
        foreach (var (word, dotted, hasArticle) in raw)
        {
            var repaired = Homoglyphs.Repair(word, rest);
            var script = ScriptOf(repaired);
            var plain = Plain(NameText.Lower(repaired));
            if (plain.Length == 0)
                continue;
            var initial = script is not (NameScript.Han or NameScript.Burmese or NameScript.Other)
                && (plain.Length == 1 || (dotted && plain.Length <= 2 && !IsSyllable(plain)));
            pieces.Add(new Piece(repaired, plain, script, initial, dotted, hasArticle));
        }

        return pieces;
    }

    // "Ли." at the end of a sentence is a name, "Дз." and "Zh." are initials.
    private static bool IsSyllable(string word) => "aeiouyаеёиоуыэюяі".Contains(word[^1]) && word is not ("ya" or "yu" or "ja" or "ju" or "ye" or "yo" or "ia" or "iu");

    private static NameScript Majority(List<(string Text, bool Dotted, bool HasArticle)> words)
    {
        int latin = 0, cyrillic = 0;
        foreach (var (word, _, _) in words)
        {
            foreach (var c in word)
            {
                var script = Scripts.Of(c);
                latin += script == NameScript.Latin ? 1 : 0;
                cyrillic += script == NameScript.Cyrillic ? 1 : 0;
            }
        }

        return latin > cyrillic ? NameScript.Latin : cyrillic > latin ? NameScript.Cyrillic : NameScript.Other;
    }

    private static NameScript ScriptOf(string word)
    {
        foreach (var c in word)
        {
            if (Scripts.Of(c) is var script and not NameScript.Other)
                return script;
        }

        return NameScript.Other;
    }

    private static string Plain(string word)
    {
        if (!word.AsSpan().ContainsAnyExcept("'"))
            return "";
        var plain = new StringBuilder(word.Length);
        foreach (var c in word)
        {
            if (!Scripts.IsApostrophe(c))
                plain.Append(c);
        }

        return plain.ToString();
    }

    private sealed record Piece(string Text, string Word, NameScript Script, bool IsInitial, bool Dotted, bool HasArticle);
}
