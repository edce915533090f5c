namespace EvalHarness.Schemas;

/// <summary>Addresses of schemas. They are names: nothing is ever fetched.</summary>
internal static class SchemaUri
{
    /// <summary>The address of a schema that does not say its own.</summary>
    public const string Unnamed = "schema://unnamed/";

    /// <summary>A reference in two: its address and, after <c>#</c>, its unescaped fragment.</summary>
    public static (string Address, string Fragment) Split(string reference)
    {
        var hash = reference.IndexOf('#', StringComparison.Ordinal);
        return hash < 0 ? (reference, "") : (reference[..hash], Uri.UnescapeDataString(reference[(hash + 1)..]));
    }

    public static string Resolve(string baseAddress, string address)
    {
        if (address.Length == 0)
            return baseAddress;
        if (HasScheme(address))
            return Normal(address);
        return Uri.TryCreate(baseAddress, UriKind.Absolute, out var start) && Uri.TryCreate(start, address, out var resolved)
            ? resolved.AbsoluteUri
            : address;
    }

    private static string Normal(string address) =>
        !address.StartsWith("urn:", StringComparison.OrdinalIgnoreCase) && Uri.TryCreate(address, UriKind.Absolute, out var uri) ? uri.AbsoluteUri : address;

    // Not Uri's own test: on Unix it takes "/folder/file" for an absolute file address.
    private static bool HasScheme(string address) =>
        address.IndexOf(':', StringComparison.Ordinal) is var colon and > 0 && Uri.CheckSchemeName(address[..colon]);
}
