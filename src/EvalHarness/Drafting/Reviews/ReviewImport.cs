using EvalHarness.Inputs;

namespace EvalHarness.Drafting.Reviews;

/// <summary>Holds decisions that somebody handed in to the drafts: all of them, or none.</summary>
public static class ReviewImport
{
    /// <param name="reviewer">Where the sheet does not say.</param>
    /// <exception cref="InputException">Rows are wrong: all problems.</exception>
    public static IReadOnlyList<ReviewDecision> Read(ReviewSheet sheet, IReadOnlyList<Draft> candidates, string reviewer, DateTimeOffset at)
    {
        ProblemList problems = new();
        Dictionary<string, Draft> byId = candidates.ToDictionary(d => d.Id, StringComparer.Ordinal);
        HashSet<string> seen = new(StringComparer.Ordinal);
        List<ReviewDecision> decisions = [];
        foreach (var row in sheet.Rows.Where(r => r.Decision.Length > 0))
        {
            if (Problem(row, byId, seen) is { } problem)
                problems.Add(problem);
            else
                decisions.Add(Decision(row, byId[row.Id], sheet.Reviewer ?? reviewer, at));
        }

        problems.ThrowIfAny();
        return decisions;
    }

    private static InputProblem? Problem(ReviewedRow row, Dictionary<string, Draft> candidates, HashSet<string> seen)
    {
        if (!candidates.TryGetValue(row.Id, out var draft))
            return new InputProblem(row.Where, $"there is no draft '{row.Id}' to be decided on", "Import the decisions of this very file of drafts.");
        if (!seen.Add(row.Id))
            return new InputProblem(row.Where, $"the draft '{row.Id}' is decided on twice", "Keep one.");
        if (row.Decision is not ("accept" or "reject"))
            return new InputProblem(row.Where, $"'{row.Decision}' is no decision", "Write accept or reject, or nothing while it is open.");
        if (row is { Decision: "reject", Reason.Length: 0 })
            return new InputProblem(row.Where, $"nothing says why '{row.Id}' is rejected", "Write a reason.");
        return draft.Kind == DraftKind.Unanswerable && row.Answer.Length > 0
            ? new InputProblem(row.Where, $"'{row.Id}' is unanswerable and has an answer", "Reject it where it has one, or leave the answer empty.")
            : null;
    }

    private static ReviewDecision Decision(ReviewedRow row, Draft draft, string reviewer, DateTimeOffset at) => row.Decision == "reject"
        ? new(row.Id, ReviewVerdict.Reject, reviewer, at) { Reason = row.Reason }
        : new(row.Id, ReviewVerdict.Accept, reviewer, at) { Question = Edit(row.Question, draft.Question), Answer = Edit(row.Answer, draft.BestAnswer) };

    private static string? Edit(string written, string? drafted) => written.Length == 0 || written == drafted ? null : written;
}
