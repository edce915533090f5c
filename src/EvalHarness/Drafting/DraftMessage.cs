using System.Globalization;
using EvalHarness.Evaluators.Judges;

namespace EvalHarness.Drafting;

/// <summary>The user messages of drafting and probing: texts of strangers as data, and what is asked of them.</summary>
internal static class DraftMessage
{
    public static string Label(int place) => string.Create(CultureInfo.InvariantCulture, $"p{place + 1}");

    /// <param name="asked">Questions on the same documents that there are.</param>
    public static string Drafting(DraftSlot slot, IReadOnlyList<string> asked)
    {
        List<(string, string)> blocks = [.. slot.Passages.Select((p, i) => ($"PASSAGE {Label(i)}", $"{p.Title}\n\n{p.Text}"))];
        if (slot.Earlier is { } earlier)
            blocks.Add(("EARLIER", earlier.Text));
        if (asked.Count > 0)
            blocks.Add(("ALREADY ASKED", string.Join('\n', asked.Select(q => q.ReplaceLineEndings(" ")))));
        return new JudgeData(blocks).Message($"""
            Draft one {DraftNames.Of(slot.Kind)} question from {(slot.Passages.Count == 1 ? "PASSAGE p1" : "PASSAGE p1 and PASSAGE p2, which it links to")}. Phrasing: {DraftNames.Of(slot.Phrasing)}.
            Reply with one JSON object: {Form(slot.Kind)}
            """);
    }

    public static string ClosedBook(string question) => new JudgeData([("QUESTION", question)]).Message(
        """Answer the QUESTION from what you know. Reply with one JSON object: {"known": true or false, "answer": "…"}""");

    public static string Oracle(string question, IEnumerable<string> passages) => new JudgeData([("QUESTION", question), .. passages.Select((p, i) => ($"PASSAGE {Label(i)}", p))]).Message(
        """Answer the QUESTION from the passages alone. Reply with one JSON object: {"known": true or false, "answer": "…"}""");

    public static string Agreement(string question, string answer, string other) => new JudgeData([("QUESTION", question), ("FIRST ANSWER", answer), ("SECOND ANSWER", other)]).Message(
        """Do the two answers agree? Reply with one JSON object: {"reason": "…", "same": true or false}""");

    private static string Form(DraftKind kind) => kind switch
    {
        DraftKind.Unanswerable => """{"question": "…", "quotes": [{"passage": "p1", "quote": "…"}]}""",
        DraftKind.ChangedFact => """{"question": "…", "answer": "…", "other_wordings": ["…"], "superseded_answer": "…", "earlier_quote": "…", "quotes": [{"passage": "p1", "quote": "…"}]}""",
        _ => """{"question": "…", "answer": "…", "other_wordings": ["…"], "quotes": [{"passage": "p1", "quote": "…"}]}""",
    };
}
