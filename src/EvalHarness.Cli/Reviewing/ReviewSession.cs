using EvalHarness.Drafting;
using EvalHarness.Drafting.Reviews;

namespace EvalHarness.Cli.Reviewing;

/// <summary>Goes through drafts that nobody has decided on; each decision is on the disk before the next draft is shown.</summary>
internal sealed class ReviewSession(IReadOnlyList<Draft> drafts, ReviewFile decisions, string reviewer, TimeProvider time)
{
    private readonly Dictionary<string, ReviewAnswer> questions = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ReviewAnswer> answers = new(StringComparer.Ordinal);

    public void Run(DraftView view, IReviewDesk desk)
    {
        List<Draft> queue = [.. drafts.Where(d => !decisions.Decisions.ContainsKey(d.Id))];
        for (var at = 0; at < queue.Count;)
        {
            var draft = Edited(queue[at]);
            view.Show(draft, at + 1, queue.Count);
            var said = desk.Ask(draft);
            if (said.Step == ReviewStep.Quit)
                return;
            at = Take(said, queue[at].Id, at);
        }
    }

    /// <returns>The place of the draft that is shown next.</returns>
    private int Take(ReviewAnswer said, string id, int at)
    {
        switch (said.Step)
        {
            case ReviewStep.Accept:
                decisions.Enter(Decision(id, ReviewVerdict.Accept) with { Question = questions.GetValueOrDefault(id)?.Text, Answer = answers.GetValueOrDefault(id)?.Text });
                return at + 1;
            case ReviewStep.Reject:
                decisions.Enter(Decision(id, ReviewVerdict.Reject) with { Reason = said.Text });
                return at + 1;
            case ReviewStep.EditQuestion:
                questions[id] = said;
                return at;
            case ReviewStep.EditAnswer:
                answers[id] = said;
                return at;
            case ReviewStep.Back:
                return Math.Max(0, at - 1);
            default:
                return at + 1;
        }
    }

    private ReviewDecision Decision(string id, ReviewVerdict verdict) => new(id, verdict, reviewer, time.GetUtcNow());

    private Draft Edited(Draft draft) => draft with
    {
        Question = questions.GetValueOrDefault(draft.Id)?.Text ?? draft.Question,
        Answers = answers.GetValueOrDefault(draft.Id) is { } answer ? [answer.Text] : draft.Answers,
    };
}
