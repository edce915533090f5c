using System.Security.Cryptography;
using System.Text;

namespace EvalHarness.Inputs;

/// <summary>SHA-256 identities, in lower-case hexadecimal.</summary>
public static class ContentHash
{
    /// <summary>Parts are length-prefixed, so ("ab", "c") and ("a", "bc") differ.</summary>
    public static string Of(params ReadOnlySpan<string> parts)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var part in parts)
        {
            var bytes = Encoding.UTF8.GetBytes(part);
            hash.AppendData(BitConverter.GetBytes(bytes.Length));
            hash.AppendData(bytes);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    public static string OfFile(string path)
    {
        using var stream = File.OpenRead(path);
        return Convert.ToHexStringLower(SHA256.HashData(stream));
    }

    /// <summary>The hash of every file below a folder, with its relative name, in ordinal order.</summary>
    public static string OfFolder(string folder, string pattern = "*")
    {
        var files = Directory.EnumerateFiles(folder, pattern, SearchOption.AllDirectories)
            .Select(file => (Name: Path.GetRelativePath(folder, file).Replace('\\', '/'), File: file))
            .OrderBy(f => f.Name, StringComparer.Ordinal);
        return Of([.. files.SelectMany(f => new[] { f.Name, OfFile(f.File) })]);
    }

    /// <summary>The first twelve digits: enough to tell things apart in a table.</summary>
    public static string Short(string hash) => hash.Length > 12 ? hash[..12] : hash;
}
