using System.Text;
using EvalHarness.Inputs;

namespace EvalHarness.Drafting;

/// <summary>A JSONL file that grows: a line is on the disk when <see cref="Append"/> returns, and one process at a time has the file. It is made with its first line.</summary>
/// <param name="what">What messages call its lines.</param>
internal sealed class DurableLines(string path, string what) : IDisposable
{
    private FileStream? file;

    /// <summary>Opens the file where it is there. What a killed process left of its last line is cut off: nobody was told of it.</summary>
    /// <exception cref="InputException">It cannot be written, or another process has it.</exception>
    public static DurableLines Open(string path, string what)
    {
        DurableLines lines = new(path, what);
        if (File.Exists(path))
            lines.file = lines.Opened(FileMode.Open);
        return lines;
    }

    /// <summary>All of it, from the start; to be read before anything is appended.</summary>
    public Stream Content()
    {
        if (file is null)
            return Stream.Null;
        file.Position = 0;
        return file;
    }

    /// <param name="line">Without its end.</param>
    /// <exception cref="InputException">The file cannot be made.</exception>
    public void Append(string line)
    {
        file ??= Opened(FileMode.CreateNew);
        file.Seek(0, SeekOrigin.End);
        file.Write(Encoding.UTF8.GetBytes(line + "\n"));
        file.Flush(flushToDisk: true);
    }

    public void Dispose() => file?.Dispose();

    private FileStream Opened(FileMode mode)
    {
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
            FileStream opened = new(path, mode, FileAccess.ReadWrite, FileShare.Read);
            CutTornLine(opened);
            return opened;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new InputException(new InputProblem(path, $"the file of {what} cannot be opened ({exception.Message})", "Wait for the other process, or name another file."));
        }
    }

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
