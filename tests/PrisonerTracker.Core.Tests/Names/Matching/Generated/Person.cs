namespace PrisonerTracker.Core.Tests.Names.Matching.Generated;

/// <summary>An invented person and the ways in which lists write the name.</summary>
public sealed record Person(GivenEntry Given, SurnameEntry Surname, GivenEntry Father)
{
    public bool Male => Given.Male;

    public string Be => $"{Given.Be} {Surname.BeFor(Male)}";

    public string Ru => $"{Given.Ru} {Surname.RuFor(Male)}";

    public string PatronymicBe => Father.FatherBe.EndsWith('е') ? Father.FatherBe + (Male ? "віч" : "ўна") : Father.FatherBe + (Male ? "авіч" : "аўна");

    public string PatronymicRu => Father.FatherRu.EndsWith('е') ? Father.FatherRu + (Male ? "вич" : "вна") : Father.FatherRu + (Male ? "ович" : "овна");

    public string FullRu => $"{Given.Ru} {PatronymicRu} {Surname.RuFor(Male)}";

    public string FullBe => $"{Given.Be} {PatronymicBe} {Surname.BeFor(Male)}";

    /// <summary>One way to write the name, with the name of the way.</summary>
    public (string Text, string Kind) Write(Random random)
    {
        string Pick(IReadOnlyList<Romanization> schemes, string name, out string kind)
        {
            var scheme = schemes[random.Next(schemes.Count)];
            kind = scheme.Name;
            return scheme.Write(name);
        }

        string kind;
        switch (random.Next(18))
        {
            case 0 or 1: return (Be, "be");
            case 2 or 3: return (Ru, "ru");
            case 4 or 5 or 6: return (Pick(Romanization.Belarusian, Be, out kind), kind);
            case 7 or 8: return (Pick(Romanization.Russian, Ru, out kind), kind);
            case 9: return (FullRu, "ru-full");
            case 10: return ($"{Surname.RuFor(Male)} {Given.Ru} {PatronymicRu}", "ru-order");
            case 11: return (Pick(Romanization.Russian, FullRu, out kind), kind + "-full");
            case 12: return (Pick(Romanization.Belarusian, FullBe, out kind), kind + "-full");
            case 13: return ($"{Surname.RuFor(Male)} {Given.Ru[0]}.{(random.Next(2) == 0 ? $"{PatronymicRu[0]}." : "")}", "initials");
            case 14 when Given.Short.Length > 0: return ($"{Given.Short} {Surname.RuFor(Male)}", "short");
            case 15: return ($"{(Given.Tarask.Length > 0 ? Given.Tarask : Given.Be)} {Surname.BeFor(Male)}", "tarask");
            case 16: return (Pick(Romanization.Ukrainian, $"{Given.Uk} {Surname.RuFor(Male).Replace('ы', 'и').Replace('э', 'е').Replace('ё', 'е')}", out kind), kind);
            case 17 when Male: return ($"{AccusativeGiven()} {Surname.RuAccusative()}", "accusative");
            default: return (Typo($"{Given.Ru} {Surname.RuFor(Male)}", random), "typo");
        }
    }

    private string AccusativeGiven() => Given.Ru switch
    {
        "Павел" => "Павла",
        var name when name.EndsWith('а') => name[..^1] + "у",
        var name when name.EndsWith('й') || name.EndsWith('ь') => name[..^1] + "я",
        var name => name + "а",
    };

    /// <summary>A slip of the finger inside the surname: two letters swapped, one left out, one doubled, or a neighbour on the keyboard.</summary>
    public static string Typo(string name, Random random)
    {
        string[] rows = ["йцукенгшщзхъ", "фывапролджэ", "ячсмитьбю"];
        var start = name.LastIndexOf(' ') + 1;
        if (name.Length - start < 6)
            return name;
        var at = random.Next(start + 1, name.Length - 3);
        switch (random.Next(4))
        {
            case 0: return name[..at] + name[at + 1] + name[at] + name[(at + 2)..];
            case 1: return name.Remove(at, 1);
            case 2: return name.Insert(at, name[at].ToString());
            default:
                var row = rows.FirstOrDefault(keys => keys.Contains(name[at]));
                if (row is null)
                    return name;
                var key = row.IndexOf(name[at], StringComparison.Ordinal);
                return name[..at] + row[key == 0 ? 1 : key - 1] + name[(at + 1)..];
        }
    }
}
