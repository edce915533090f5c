using EvalHarness.Datasets;
using EvalHarness.Evaluators.Groundedness;
using EvalHarness.Inputs;

namespace EvalHarness.Evaluators.Judges;

/// <summary>Holds claims against evidence by asking a judge: one call for each batch of claims, order and repetition.</summary>
/// <remarks>A claim is supported when more than half of its votes say so; a tie is a no. Every vote stays in the verdict.</remarks>
internal sealed class ClaimJudge
{
    /// <summary>Claims of one call: more, and a judge begins to skip some.</summary>
    private const int ClaimsPerCall = 8;


    private readonly Judge judge;
    private readonly string instructions;

    /// <exception cref="InputException">The prompt's file is missing.</exception>
    public ClaimJudge(Judge judge)
    {
        this.judge = judge;
        var own = judge.Source.Prompt is { } prompt ? InputText.Read(judge.Source.Resolve(prompt)).Trim() : JudgePrompts.Claims;
        instructions = $"{own}\n\n{JudgePrompts.Rules}";
        Definition = $"{judge.Definition} claims/1={ContentHash.Short(ContentHash.Of(own, ClaimReply.Schema, $"{ClaimsPerCall}"))}";
    }

    public string Definition { get; }

    /// <param name="answer">What the claims stand in.</param>
    /// <exception cref="NoVerdictException">The judge failed, refused or could not be read.</exception>
    public async Task<IReadOnlyList<ClaimVerdict>> VerdictsAsync(string question, string answer, IReadOnlyList<Claim> claims, IEvidence evidence, CancellationToken cancellationToken)
    {
        List<ClaimVerdict> verdicts = [];
        foreach (var batch in claims.Chunk(ClaimsPerCall))
            verdicts.AddRange(await BatchAsync(question, answer, batch, evidence, cancellationToken));
        return verdicts;
    }

    private async Task<IEnumerable<ClaimVerdict>> BatchAsync(string question, string answer, Claim[] claims, IEvidence evidence, CancellationToken cancellationToken)
    {
        List<EvidenceText> texts = [.. claims.SelectMany(c => evidence.For(c.Query(question))).Distinct()];
        if (texts.Count == 0)
            return claims.Select(c => new ClaimVerdict(c.Text, 0, false, null, null, "there is no evidence"));
        var (votes, failure) = await judge.VotesAsync(order => Question(question, answer, claims, texts, order), cancellationToken);
        if (failure is not null)
            throw new NoVerdictException(failure);
        return claims.Select((claim, place) => Verdict(claim, [.. votes.Select(v => v.Verdicts[place])], texts));
    }

    private JudgeQuestion<ClaimReply> Question(string question, string answer, Claim[] claims, List<EvidenceText> texts, JudgeOrder order)
    {
        var ids = Enumerable.Range(1, claims.Length).Select(n => $"c{n}").ToList();
        (string, string)[] evidence = [.. texts.Select((t, n) => ($"EVIDENCE e{n + 1}", t.Title.Length == 0 ? t.Text : $"{t.Title}\n\n{t.Text}"))];
        (string, string)[] said = [("ANSWER", answer), .. claims.Select((c, n) => ($"CLAIM {ids[n]}", c.Text))];
        var data = new JudgeData(order == JudgeOrder.Usual ? [("QUESTION", question), .. evidence, .. said] : [("QUESTION", question), .. said, .. evidence]);
        return new JudgeQuestion<ClaimReply>(instructions, data.Message(ClaimReply.Task(ids)), ClaimReply.Schema, json => ClaimReply.Read(json, ids));
    }

    private static ClaimVerdict Verdict(Claim claim, IReadOnlyList<ClaimVote> votes, List<EvidenceText> texts)
    {
        var yes = votes.Count(v => v.IsSupported);
        var isSupported = 2 * yes > votes.Count;
        var decisive = votes.First(v => v.IsSupported == isSupported);
        var (document, place) = Place(decisive, texts);
        var split = yes > 0 && yes < votes.Count ? $"{yes} of {votes.Count} judgings support it: " : "";
        return new ClaimVerdict(claim.Text, (double)yes / votes.Count, isSupported, document?.Document, place is { } within ? document!.InDocument(within.Start, within.End) : null, isSupported ? null : split + decisive.Reason, place is { } quoted ? document!.Text[quoted.Start..quoted.End] : null)
        {
            Votes = [.. votes.Select(v => v.IsSupported)],
        };
    }

    // A label or quote that is not there points nowhere: what a judge makes up is never shown as evidence.
    private static (EvidenceText? Text, TextSpan? Place) Place(ClaimVote vote, List<EvidenceText> texts)
    {
        if (vote.Evidence < 1 || vote.Evidence > texts.Count)
            return (null, null);
        var text = texts[vote.Evidence - 1];
        var start = vote.Quote is { Length: > 0 } quote ? text.Text.IndexOf(quote, StringComparison.OrdinalIgnoreCase) : -1;
        return (text, start < 0 ? new TextSpan(0, text.Text.Length) : new TextSpan(start, start + vote.Quote!.Length));
    }

}
