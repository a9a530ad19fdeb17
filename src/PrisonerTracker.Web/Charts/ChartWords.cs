using PrisonerTracker.Core.Statistics;

namespace PrisonerTracker.Web.Charts;

/// <summary>What each chart is called, what it shows, its unit and what to know before quoting it.</summary>
internal static class ChartWords
{
    public static string Name(StatisticsChart chart) => chart switch
    {
        StatisticsChart.Held => T("Held over time"),
        StatisticsChart.DetainedAndReleased => T("Detained and released by month"),
        StatisticsChart.Articles => T("Articles"),
        StatisticsChart.Facilities => T("Facilities"),
        StatisticsChart.Penalties => T("Kind of penalty"),
        StatisticsChart.Terms => T("Length of the term"),
        StatisticsChart.TimeHeld => T("Time held"),
        StatisticsChart.Ages => T("Age"),
        StatisticsChart.Genders => T("Gender"),
        StatisticsChart.Citizenships => T("Citizenship"),
        _ => T("Occupation"),
    };

    public static string Lead(StatisticsChart chart) => chart switch
    {
        StatisticsChart.Held => T("How many people were held at the end of each day, as the register knows it today."),
        StatisticsChart.DetainedAndReleased => T("How many detentions and how many releases fell in each month."),
        StatisticsChart.Articles => T("Under which articles people were charged, whatever became of the charge."),
        StatisticsChart.Facilities => T("In which prisons, colonies and other facilities people are known to have been."),
        StatisticsChart.Penalties => T("Which penalty is in force in each person’s latest case."),
        StatisticsChart.Terms => T("How long the term in force in each person’s latest case is."),
        StatisticsChart.TimeHeld => T("How long people have been held, all their imprisonments together."),
        StatisticsChart.Ages => T("How old people are today."),
        StatisticsChart.Genders => T("The gender recorded of each person."),
        StatisticsChart.Citizenships => T("Of which countries people are citizens."),
        _ => T("What people did for a living, as the sources put it."),
    };

    public static string Unit(StatisticsChart chart) => chart switch
    {
        StatisticsChart.Held => T("Unit: people, each once, at the end of a day."),
        StatisticsChart.DetainedAndReleased => T("Unit: detentions and releases. A person who was detained twice is counted twice."),
        StatisticsChart.Articles => T("Unit: people. A person may be counted under several articles, so the parts add up to more than the whole."),
        StatisticsChart.Facilities => T("Unit: people. A person may be counted in several facilities, so the parts add up to more than the whole."),
        StatisticsChart.Citizenships => T("Unit: people. A person may be counted under several citizenships."),
        _ => T("Unit: people, each once."),
    };

    public static string Caveat(StatisticsChart chart) => chart switch
    {
        StatisticsChart.Held => T("House arrest and restricted liberty are not counted as held. Where a date is known to the month or the year only, the person is possibly held on the days it leaves open. Past numbers move when old cases become known. The last point is today, as the records stand."),
        StatisticsChart.DetainedAndReleased => T("House arrest and restricted liberty count as detentions, cases in absentia do not. A date known to the year only stands in no bar and has a line of its own in the table. Releases that were undone are left out; deaths in custody are a column of the table."),
        StatisticsChart.Articles => T("People without a charge on record are in no line."),
        StatisticsChart.Facilities => T("“Held today” counts those who are in the facility now. People of whom no facility is recorded, or whose facilities are not public, are in no line."),
        StatisticsChart.Penalties => T("After appeals and replaced penalties. Of several penalties that stand side by side the last one counts."),
        StatisticsChart.Terms => T("After appeals, with terms added in prison. Months beyond whole years are left out."),
        StatisticsChart.TimeHeld => T("Time at liberty in between, house arrest and restricted liberty are left out. Where dates are imprecise a person is counted only where they leave one group. No credit for custody before the sentence is added."),
        StatisticsChart.Ages => T("A birth date known to the month or the year only is counted where it leaves one group."),
        StatisticsChart.Occupations => T("The records’ own words, not a classification: different wordings are counted apart."),
        _ => "",
    };

    public static string Of(TermGroup group) => group switch
    {
        TermGroup.UnderOneYear => T("Under 1 year"),
        TermGroup.OneYear => T("1 year"),
        TermGroup.TwoYears => T("2 years"),
        TermGroup.ThreeToFourYears => T("3 to 4 years"),
        TermGroup.FiveToNineYears => T("5 to 9 years"),
        TermGroup.TenToFourteenYears => T("10 to 14 years"),
        TermGroup.FifteenYearsAndMore => T("15 years and more"),
        TermGroup.Life => T("For life"),
        TermGroup.Death => T("Death penalty"),
        TermGroup.NoTerm => T("A penalty without a term"),
        TermGroup.NotKnown => T("Term not known"),
        _ => T("No sentence on record"),
    };

    public static string Of(HeldFor group) => group switch
    {
        HeldFor.UnderOneYear => T("Under 1 year"),
        HeldFor.OneYear => T("1 year"),
        HeldFor.TwoYears => T("2 years"),
        HeldFor.ThreeToFourYears => T("3 to 4 years"),
        HeldFor.FiveToNineYears => T("5 to 9 years"),
        HeldFor.TenYearsAndMore => T("10 years and more"),
        HeldFor.LeftOpen => T("The dates leave it open"),
        _ => T("Not held on record"),
    };

    public static string Of(AgeGroup group) => group switch
    {
        AgeGroup.Under18 => T("Under 18"),
        AgeGroup.From70 => T("70 and older"),
        AgeGroup.LeftOpen => T("The birth date leaves it open"),
        AgeGroup.NotKnown => T("Not known or not public"),
        AgeGroup.Died => T("Died"),
        _ => $"{(group - AgeGroup.From18To29) switch { 0 => "18–29", 1 => "30–39", 2 => "40–49", 3 => "50–59", _ => "60–69" }}",
    };
}
