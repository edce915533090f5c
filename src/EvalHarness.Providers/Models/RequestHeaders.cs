namespace EvalHarness.Providers.Models;

/// <summary>Puts an endpoint's headers on a request.</summary>
internal static class RequestHeaders
{
    /// <summary>They win over what the SDK has set: a gateway may want another Authorization.</summary>
    public static void SetHeaders(this HttpRequestMessage request, IReadOnlyDictionary<string, string> headers)
    {
        foreach (var (name, value) in headers)
        {
            request.Headers.Remove(name);
            request.Headers.TryAddWithoutValidation(name, value);
        }
    }
}
