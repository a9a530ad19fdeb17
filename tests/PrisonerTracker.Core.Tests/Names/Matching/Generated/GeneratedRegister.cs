using PrisonerTracker.Core.Names;

namespace PrisonerTracker.Core.Tests.Names.Matching.Generated;

/// <summary>A register dense with siblings and namesakes, and lines of a list with the truth: the kinds of the development list, other names.</summary>
public sealed class GeneratedRegister
{
    private const int ListYear = 2025;

    private readonly Random _random;
    private readonly List<(Person Person, int Year, RegisterEntry Entry)> _people = [];

    public GeneratedRegister(int size, int seed)
    {
        _random = new Random(seed);
        var taken = new HashSet<(string, string, int)>();
        var fathers = new HashSet<(string, string, string)>();
        while (_people.Count < size)
        {
            var person = GeneratedPairs.NewPerson(_random);
            var year = 1945 + _random.Next(62);
            if (!taken.Add((person.Given.Ru, person.Surname.Ru, year)) || !fathers.Add((person.Given.Ru, person.Surname.Ru, person.Father.Ru)))
                continue;
            var names = new List<string> { Romanization.Belarusian[_random.Next(8)].Write(person.Be) };
            if (_random.Next(5) > 0)
                names.Add(_random.Next(3) == 0 ? person.FullBe : person.Be);
            if (_random.Next(6) > 0)
                names.Add(_random.Next(2) == 0 ? person.FullRu : person.Ru);
            var known = _random.Next(8) > 0;
            _people.Add((person, year, new RegisterEntry($"G{_people.Count}", [.. names.Select(NameParser.Parse)], known ? BirthHint.InYear(year) : null)));
        }

        // The middle tenth of surnames exists in lists only: lines with nobody in the register.
        Entries = [.. _people.Where(one => !IsAbsent(one.Person)).Select(one => one.Entry)];
    }

    public IReadOnlyList<RegisterEntry> Entries { get; }

    /// <summary>Lines with the ids that fit: one for a line to be matched, several for one to be left unsure, none for nobody.</summary>
    public IEnumerable<(string Line, IReadOnlyList<string> Fitting, string Drawn)> Lines(int count)
    {
        for (var i = 0; i < count; i++)
        {
            var (person, year, entry) = _people[_random.Next(_people.Count)];
            var (text, kind) = person.Write(_random);
            var withYear = _random.Next(2) == 0;
            var age = ListYear - year;
            var line = !withYear ? text : _random.Next(3) switch { 0 => $"{i}. {text}, {year} г.р.", 1 => $"{text} (born {year});", _ => $"{text}, {age} лет — журналист" };
            var full = kind.EndsWith("full", StringComparison.Ordinal) || kind == "ru-order";
            var fitting = _people.Where(other => !IsAbsent(other.Person) && Fits(other.Person, person, kind, full, other.Entry)
                && (!withYear || other.Entry.Birth is null || Math.Abs(other.Year - year) <= (line.Contains("лет", StringComparison.Ordinal) ? 1 : 0)));
            yield return (line, [.. fitting.Select(other => other.Entry.Id)], entry.Id);
        }
    }

    private static bool IsAbsent(Person person) => person.Surname.Ru[0] is 'К' && person.Surname.Ru[1] is 'о';

    private static bool Fits(Person other, Person person, string kind, bool full, RegisterEntry entry) =>
        other.Surname == person.Surname
        && (kind == "initials" ? other.Given.Ru[0] == person.Given.Ru[0] && other.Male == person.Male : other.Given == person.Given || (kind == "short" && other.Given.Short == person.Given.Short && other.Male == person.Male))
        && (!full || other.Father == person.Father || entry.Names.All(name => name.Patronymic is null));
}
