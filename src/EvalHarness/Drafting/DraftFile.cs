using EvalHarness.Inputs;

namespace EvalHarness.Drafting;

/// <summary>The drafts file while drafts are made: what was told of is on the disk, and one process at a time has it. Thread-safe.</summary>
public sealed class DraftFile : IDisposable
{
    private readonly DurableLines lines;
    private readonly Lock gate = new();
    private readonly Dictionary<string, Draft> drafts;

    private DraftFile(DurableLines lines, IReadOnlyList<Draft> read) => (this.lines, drafts) = (lines, read.ToDictionary(d => d.Id, StringComparer.Ordinal));

    /// <summary>In no order.</summary>
    public IReadOnlyList<Draft> Drafts
    {
        get
        {
            lock (gate)
                return [.. drafts.Values];
        }
    }

    /// <summary>Opens the file, made when it is not there.</summary>
    /// <exception cref="InputException">It is no drafts file, or another process has it.</exception>
    public static async Task<DraftFile> OpenAsync(string path, CancellationToken cancellationToken)
    {
        var lines = DurableLines.Open(path, "drafts");
        try
        {
            return new DraftFile(lines, await DraftLines.ReadAsync(path, lines.Content(), cancellationToken));
        }
        catch
        {
            lines.Dispose();
            throw;
        }
    }

    public Draft? Find(string id)
    {
        lock (gate)
            return drafts.GetValueOrDefault(id);
    }

    /// <summary>Questions that were drafted of any of the documents.</summary>
    public IReadOnlyList<string> QuestionsOn(IReadOnlyList<string> documents) =>
        [.. Drafts.Where(d => d.Question is not null && d.Documents.Any(documents.Contains)).Select(d => d.Question!).Order(StringComparer.Ordinal)];

    /// <summary>Durable when it returns.</summary>
    public void Append(Draft draft)
    {
        lock (gate)
        {
            lines.Append(DraftLines.Of(draft));
            drafts.Add(draft.Id, draft);
        }
    }

    public void Dispose() => lines.Dispose();
}
