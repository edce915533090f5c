namespace EvalHarness.Drafting;

/// <summary>Drafts until there are as many candidates as are wanted; what is in the file already is not asked for again.</summary>
/// <remarks>Refused drafts are made up for by further ones, up to <see cref="MostTries"/> times as many in all.</remarks>
/// <param name="count">Candidates that are wanted.</param>
/// <param name="concurrency">Drafts in the making at once.</param>
public sealed class DraftingRun(DraftingInputs inputs, DraftFile file, int count, int concurrency)
{
    public const int MostTries = 2;

    private readonly Lock gate = new();

    /// <summary>What would be drafted next: as many as are wanted at first, then those that make up for refused ones; empty when there is enough, or no more.</summary>
    public IReadOnlyList<DraftSlot> Missing
    {
        get
        {
            List<Draft> drafts = [];
            using var slots = inputs.Plan.Slots().GetEnumerator();
            while (Next(slots, drafts) is { Count: > 0 } round)
            {
                List<DraftSlot> missing = [.. round.Where(s => file.Find(s.Id) is null)];
                if (missing.Count > 0)
                    return missing;
                drafts.AddRange(round.Select(s => file.Find(s.Id)!));
            }

            return [];
        }
    }

    /// <param name="told">Of each new draft, when it is on the disk; on one thread at a time.</param>
    /// <returns>The drafts of the slots that were tried, earlier ones too, in the order of the plan.</returns>
    public async Task<IReadOnlyList<Draft>> RunAsync(DraftingModel model, TimeProvider time, Action<Draft> told, CancellationToken cancellationToken)
    {
        Drafter drafter = new(model, inputs.Prompts, Known(), new DraftProbes(model, inputs.Prompts, inputs.Search, time), inputs.Corpus.Hash, inputs.Previous?.Hash);
        List<Draft> drafts = [];
        using var slots = inputs.Plan.Slots().GetEnumerator();
        while (Next(slots, drafts) is { Count: > 0 } round)
        {
            ParallelOptions options = new() { MaxDegreeOfParallelism = concurrency, CancellationToken = cancellationToken };
            await Parallel.ForEachAsync(round.Where(s => file.Find(s.Id) is null), options, async (slot, token) => Keep(await drafter.DraftAsync(slot, file.QuestionsOn(slot.Documents), token), told));
            drafts.AddRange(round.Select(s => file.Find(s.Id)!));
        }

        return drafts;
    }

    private List<DraftSlot> Next(IEnumerator<DraftSlot> slots, List<Draft> drafts)
    {
        var wanted = Math.Min(count - drafts.Count(d => d.Refused is null), (MostTries * count) - drafts.Count);
        List<DraftSlot> round = [];
        while (round.Count < wanted && slots.MoveNext())
            round.Add(slots.Current);
        return round;
    }

    private void Keep(Draft draft, Action<Draft> told)
    {
        lock (gate)
        {
            file.Append(draft);
            told(draft);
        }
    }

    private KnownQuestions Known()
    {
        KnownQuestions known = new();
        foreach (var sample in inputs.Gold)
            known.Add(sample.Id, sample.Question, [.. sample.Evidence.Select(e => e.Document)]);
        // One that was refused as a duplicate is like another one that is here.
        foreach (var draft in file.Drafts.Where(d => d is { Question: not null, Refused: null or { Reason: not RefusalReason.Duplicate } }))
            known.Add(draft.Id, draft.Question!, draft.Documents);
        return known;
    }
}
