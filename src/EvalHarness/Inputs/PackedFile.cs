using System.IO.Compression;

namespace EvalHarness.Inputs;

/// <summary>Files that may be packed: unpacked where the name ends in <c>.gz</c>.</summary>
public static class PackedFile
{
    public static bool IsPacked(string file) => file.EndsWith(".gz", StringComparison.OrdinalIgnoreCase);

    /// <remarks>Reading a damaged file throws <see cref="InvalidDataException"/>: <see cref="Damaged"/> says it in words.</remarks>
    /// <exception cref="InputException">The file is missing or cannot be opened.</exception>
    public static Stream Open(string file) => IsPacked(file) ? new GZipStream(InputText.Open(file), CompressionMode.Decompress) : InputText.Open(file);

    public static InputProblem Damaged(string file, Exception exception) => new(file, $"the packed file cannot be read ({exception.Message})", "It may be cut short: copy it again.");
}
