using PrisonerTracker.Core.Shared;

namespace PrisonerTracker.Core.History;

/// <summary>Collects what is unlikely about a form, and stops it until every question is answered with yes.</summary>
internal sealed class Doubts(Submission submission)
{
    private readonly List<Phrase> _open = [];

    public void Ask(bool isUnlikely, Phrase question)
    {
        if (!isUnlikely || submission.IsUnattended)
            return;
        var english = question.ToString();
        if (!submission.Confirmed.Contains(english) && !_open.Exists(q => q.ToString() == english))
            _open.Add(question);
    }

    /// <summary>Goes on when nothing is left to ask.</summary>
    /// <exception cref="DoubtException">Something was asked and not confirmed yet.</exception>
    public void Settle()
    {
        if (_open.Count > 0)
            throw new DoubtException(_open);
    }
}
