namespace PrisonerTracker.Core.Tests.Names.Matching.Generated;

public sealed record GeneratedPair(string A, string B, bool Same, string Kind);

/// <summary>Pairs over the lexicon: two writings of one person, or two people who are easily taken for one.</summary>
public static class GeneratedPairs
{
    public static IReadOnlyList<GeneratedPair> Make(int count, int seed)
    {
        var random = new Random(seed);
        var pairs = new List<GeneratedPair>(count);
        while (pairs.Count < count)
        {
            var person = NewPerson(random);
            if (pairs.Count % 2 == 0)
            {
                var (a, kindA) = person.Write(random);
                var (b, kindB) = person.Write(random);
                if (kindA == "initials" && kindB is "initials" or "typo" or "short" || kindB == "initials" && kindA is "typo" or "short" || (kindA == "typo" && kindB == "typo"))
                    continue;
                pairs.Add(new GeneratedPair(a, b, true, Narrow(kindA, kindB)));
                continue;
            }

            var (other, kind) = Other(person, random);
            if (other is null)
                continue;
            var (x, kindX) = person.Write(random);
            var (y, kindY) = other.Write(random);
            if (kind != "neg-initials" && (kindX == "initials" || kindY == "initials"))
                continue;
            if (kind == "neg-patronymic")
                (x, y) = (person.FullRu, random.Next(2) == 0 ? other.FullBe : Romanization.Russian[random.Next(6)].Write(other.FullRu));
            else if (kind == "neg-initials")
                (x, y) = (person.Be, $"{other.Surname.RuFor(other.Male)} {other.Given.Ru[0]}.{other.PatronymicRu[0]}.");
            pairs.Add(new GeneratedPair(x, y, false, kind));
        }

        return pairs;
    }

    public static Person NewPerson(Random random)
    {
        var fathers = Lexicon.Given.Where(given => given.FatherRu.Length > 0).ToList();
        return new Person(Lexicon.Given[random.Next(Lexicon.Given.Count)], Lexicon.Surnames[random.Next(Lexicon.Surnames.Count)], fathers[random.Next(fathers.Count)]);
    }

    private static string Narrow(string a, string b)
    {
        foreach (var kind in new[] { "typo", "initials", "short", "tarask", "accusative", "uk2010", "french", "duden" })
        {
            if (a.StartsWith(kind, StringComparison.Ordinal) || b.StartsWith(kind, StringComparison.Ordinal))
                return kind;
        }

        return "scheme";
    }

    private static (Person? Other, string Kind) Other(Person person, Random random)
    {
        var another = NewPerson(random);
        switch (random.Next(6))
        {
            case 0: return another.Given != person.Given && another.Male == person.Male ? (person with { Given = another.Given }, "neg-sibling") : (null, "");
            case 1: return another.Father.Ru != person.Father.Ru ? (person with { Father = another.Father }, "neg-patronymic") : (null, "");
            case 2: return (person with { Surname = Nearest(person.Surname, random) }, "neg-similar-surname");
            case 3:
                return another.Given.Ru[0] != person.Given.Ru[0] && Latinless(another.Given.Be) != Latinless(person.Given.Be) && Latinless(another.Given.Uk) != Latinless(person.Given.Be) && Latinless(another.Given.Ru) != Latinless(person.Given.Be)
                ? (person with { Given = another.Given with { Male = person.Male } }, "neg-initials") : (null, "");
            case 4:
                var pair = Pairs.FirstOrDefault(names => names.Male == person.Given.Ru || names.Female == person.Given.Ru);
                if (pair == default)
                    return (null, "");
                var twin = Lexicon.Given.First(given => given.Ru == (person.Male ? pair.Female : pair.Male));
                return (person with { Given = twin }, "neg-gender");
            default: return another.Given != person.Given && another.Surname != person.Surname && another.Male == person.Male ? (another with { Father = person.Father }, "neg-other") : (null, "");
        }
    }

    private static readonly (string Male, string Female)[] Pairs = [("Александр", "Александра"), ("Евгений", "Евгения"), ("Виктор", "Виктория")];

    private static string Latinless(string given) => given[..1];

    private static SurnameEntry Nearest(SurnameEntry surname, Random random)
    {
        var near = Lexicon.Surnames.Where(other => other != surname).OrderBy(other => Distance(other.Ru, surname.Ru)).Take(3).ToList();
        return near[random.Next(near.Count)];
    }

    private static int Distance(string a, string b)
    {
        var above = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var row = new int[b.Length + 1];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
                row[j] = Math.Min(Math.Min(row[j - 1], above[j]) + 1, above[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1));
            above = row;
        }

        return above[b.Length];
    }
}
