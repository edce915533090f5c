using Microsoft.AspNetCore.Http;

namespace EvalHarness.Stub;

/// <summary>Finds the key in a request, wherever the provider at hand puts it.</summary>
public static class StubKey
{
    private const string Bearer = "Bearer ";

    public static IReadOnlyList<string> In(HttpRequest request)
    {
        var authorization = request.Headers.Authorization.ToString();
        string?[] found =
        [
            authorization.StartsWith(Bearer, StringComparison.Ordinal) ? authorization[Bearer.Length..] : null,
            request.Headers["x-api-key"],
            request.Headers["api-key"],
        ];
        return [.. found.Where(k => !string.IsNullOrEmpty(k)).Select(k => k!)];
    }
}
