using System.Text;

namespace EvalHarness.Tests.Wire;

/// <summary>A key, an endpoint's header and a pipeline's, and where of them anything came to light.</summary>
internal static class PlantedSecrets
{
    public const string KeyVariable = "EVALHARNESS_WIRE_KEY";

    public const string HeaderVariable = "EVALHARNESS_WIRE_TENANT";

    public const string Key = "sk-Zq7F3a91Cc0d44E2planted";

    /// <summary>Like a password in base64: JSON writes some of its characters in another way.</summary>
    public const string Header = "Hd5x+planted/9bVw2Kt7==";

    public const string PipelineVariable = "EVALHARNESS_WIRE_PIPELINE";

    public const string Pipeline = "Pw4s-planted-Jm8tYc3e";

    // A part that a cut or another way of writing would leave.
    private static readonly string[] Parts = ["Zq7F3a91", "Cc0d44E2", "Hd5x", "9bVw2Kt7", "Pw4s", "Jm8tYc3e"];

    public static IReadOnlyDictionary<string, string> Environment { get; } = new Dictionary<string, string> { [KeyVariable] = Key, [HeaderVariable] = Header, [PipelineVariable] = Pipeline };

    /// <summary>The parts that stand in the text.</summary>
    public static IReadOnlyList<string> In(string text) => [.. Parts.Where(p => text.Contains(p, StringComparison.OrdinalIgnoreCase))];

    /// <summary>Every file under a folder that holds a part, in plain bytes or as UTF-16.</summary>
    public static IReadOnlyList<string> InFiles(string folder) =>
    [
        .. from file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
           let bytes = File.ReadAllBytes(file)
           from part in Parts
           where Holds(bytes, Encoding.UTF8.GetBytes(part)) || Holds(bytes, Encoding.Unicode.GetBytes(part))
           select $"{part} in {Path.GetRelativePath(folder, file)}",
    ];

    private static bool Holds(byte[] bytes, byte[] part) => bytes.AsSpan().IndexOf(part) >= 0;
}
