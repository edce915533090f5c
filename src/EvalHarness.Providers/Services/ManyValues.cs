namespace EvalHarness.Providers.Services;

/// <summary>Reads a path that names several values: each by itself, or the array that holds them.</summary>
internal static class ManyValues
{
    /// <summary>Empty when the list is there and has nothing in it, or is null; absent when the list itself is not there.</summary>
    public static IReadOnlyList<ReplyValue>? At(ServiceReply reply, string path) => reply.Select(path) switch
    {
        [{ IsNull: true }] when List(path) == path => [],
        [var only] => only.Items,
        [] => reply.Select(List(path)).Count > 0 && List(path) != path ? [] : null,
        var several => several,
    };

    // $.hits[*] and $.hits[?(@.used)] find nothing in an empty list too: then $.hits must be there.
    private static string List(string path) =>
        path.LastIndexOf('[') is > 0 and var at && (path[at..] == "[*]" || path[at..].StartsWith("[?", StringComparison.Ordinal)) ? path[..at] : path;
}
