namespace PrisonerTracker.Web.Verbs;

/// <summary>Results go to <see cref="Output"/>, messages to <see cref="Messages"/>, so that a script can read the one without the other.</summary>
internal sealed record Terminal(TextReader Input, TextWriter Output, TextWriter Messages)
{
    public static Terminal Standard => new(Console.In, Console.Out, Console.Error);

    public void Say(string message) => Messages.WriteLine(message);
}

/// <summary>A verb could not do its work, for a reason the person at the terminal can act on.</summary>
internal sealed class VerbException(string message) : Exception(message);
