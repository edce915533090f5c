using EvalHarness.Inputs;

namespace EvalHarness.Imports.Rows;

/// <summary>Opens a file, unpacked where its name ends in <c>.gz</c>.</summary>
internal static class InputStream
{
    /// <summary>What is read whole is at most this large, in bytes after unpacking.</summary>
    public const int MaxWholeBytes = 512 * 1024 * 1024;

    /// <exception cref="InputException">The file is missing or cannot be opened.</exception>
    public static Stream Open(string file) => PackedFile.Open(file);

    /// <summary>The ending that says what is inside: <c>.jsonl</c> of <c>answers.jsonl.gz</c>.</summary>
    public static string Ending(string file) => Path.GetExtension(PackedFile.IsPacked(file) ? Path.GetFileNameWithoutExtension(file) : file).ToLowerInvariant();

    /// <exception cref="InputException">It is missing, damaged or too large.</exception>
    public static async Task<MemoryStream> ReadWholeAsync(string file, CancellationToken cancellationToken)
    {
        await using var stream = Open(file);
        var whole = new MemoryStream();
        var buffer = new byte[1 << 16];
        for (int read; (read = await ReadAsync(file, stream, buffer, cancellationToken)) > 0;)
        {
            if (whole.Length + read > MaxWholeBytes)
                throw new InputException(new InputProblem(file, $"the file holds more than {MaxWholeBytes} bytes", "Only JSONL, CSV and JSON lists are read piece by piece: write one of them, or split the file."));
            whole.Write(buffer, 0, read);
        }

        whole.Position = 0;
        return whole;
    }

    public static InputProblem Damaged(string file, Exception exception) => PackedFile.Damaged(file, exception);

    private static async Task<int> ReadAsync(string file, Stream stream, byte[] buffer, CancellationToken cancellationToken)
    {
        try
        {
            return await stream.ReadAsync(buffer, cancellationToken);
        }
        catch (InvalidDataException exception)
        {
            throw new InputException(Damaged(file, exception));
        }
    }
}
