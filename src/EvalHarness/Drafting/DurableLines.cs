using System.Text;
using EvalHarness.Inputs;

namespace EvalHarness.Drafting;

/// <summary>A JSONL file that grows: a line is on the disk when <see cref="Append"/> returns, and one process at a time has the file.</summary>
internal sealed class DurableLines : IDisposable
{
    private readonly FileStream file;

    private DurableLines(FileStream file) => this.file = file;

    /// <summary>Opens the file, made when it is not there. What a killed process left of its last line is cut off: nobody was told of it.</summary>
    /// <param name="what">What messages call it.</param>
    /// <exception cref="InputException">It cannot be written, or another process has it.</exception>
    public static DurableLines Open(string path, string what)
    {
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
            FileStream file = new(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.Read);
            CutTornLine(file);
            return new DurableLines(file);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new InputException(new InputProblem(path, $"the file of {what} cannot be opened ({exception.Message})", "Wait for the other process, or name another file."));
        }
    }

    /// <summary>All of it, from the start; to be read before anything is appended.</summary>
    public Stream Content()
    {
        file.Position = 0;
        return file;
    }

    /// <param name="line">Without its end.</param>
    public void Append(string line)
    {
        file.Seek(0, SeekOrigin.End);
        file.Write(Encoding.UTF8.GetBytes(line + "\n"));
        file.Flush(flushToDisk: true);
    }

    public void Dispose() => file.Dispose();

    // A whole line without its end, as an editor may leave it, gets one.
    private static void CutTornLine(FileStream file)
    {
        var bytes = new byte[file.Length];
        file.ReadExactly(bytes);
        var end = bytes.AsSpan().LastIndexOf((byte)'\n') + 1;
        if (end == bytes.Length)
            return;
        if (JsonText.Parse(file.Name, bytes.AsSpan(end), 1).Problem is null)
            file.WriteByte((byte)'\n');
        else
            file.SetLength(end);
        file.Flush(flushToDisk: true);
    }
}
