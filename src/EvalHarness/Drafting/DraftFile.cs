using System.Text;
using EvalHarness.Inputs;

namespace EvalHarness.Drafting;

/// <summary>The drafts file while drafts are made: what was told of is on the disk, and one process at a time has it. Thread-safe.</summary>
public sealed class DraftFile : IDisposable
{
    private readonly FileStream file;
    private readonly Lock gate = new();
    private readonly Dictionary<string, Draft> drafts;

    private DraftFile(FileStream file, IReadOnlyList<Draft> read) => (this.file, drafts) = (file, read.ToDictionary(d => d.Id, StringComparer.Ordinal));

    /// <summary>In no order.</summary>
    public IReadOnlyList<Draft> Drafts
    {
        get
        {
            lock (gate)
                return [.. drafts.Values];
        }
    }

    /// <summary>Opens the file, made when it is not there. What a killed process left of its last line is cut off: nobody was told of it.</summary>
    /// <exception cref="InputException">It is no drafts file, or another process has it.</exception>
    public static async Task<DraftFile> OpenAsync(string path, CancellationToken cancellationToken)
    {
        FileStream file;
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
            file = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.Read);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new InputException(new InputProblem(path, $"the file of drafts cannot be opened ({exception.Message})", "Wait for the other process, or name another file with --out."));
        }

        try
        {
            CutTornLine(file);
            return new DraftFile(file, await DraftLines.ReadAsync(path, file, cancellationToken));
        }
        catch
        {
            await file.DisposeAsync();
            throw;
        }
    }

    public Draft? Find(string id)
    {
        lock (gate)
            return drafts.GetValueOrDefault(id);
    }

    /// <summary>Questions that were drafted of a document.</summary>
    public IReadOnlyList<string> QuestionsOn(IReadOnlyList<string> documents) =>
        [.. Drafts.Where(d => d.Question is not null && d.Documents.Any(documents.Contains)).Select(d => d.Question!).Order(StringComparer.Ordinal)];

    /// <summary>Durable when it returns.</summary>
    public void Append(Draft draft)
    {
        lock (gate)
        {
            file.Seek(0, SeekOrigin.End);
            file.Write(Encoding.UTF8.GetBytes(DraftLines.Of(draft)));
            file.Flush(flushToDisk: true);
            drafts.Add(draft.Id, draft);
        }
    }

    public void Dispose() => file.Dispose();

    // A whole line without its end, as an editor may leave it, gets one.
    private static void CutTornLine(FileStream file)
    {
        var bytes = new byte[file.Length];
        file.ReadExactly(bytes);
        var end = bytes.AsSpan().LastIndexOf((byte)'\n') + 1;
        if (end < bytes.Length)
        {
            if (JsonText.Parse(file.Name, bytes.AsSpan(end), 1).Problem is null)
                file.WriteByte((byte)'\n');
            else
                file.SetLength(end);
            file.Flush(flushToDisk: true);
        }

        file.Position = 0;
    }
}
