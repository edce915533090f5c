using System.Text.Json.Nodes;

namespace EvalHarness.Stub.Apis;

/// <summary>Errors as OpenAI and its like word them.</summary>
internal static class OpenAiErrors
{
    public static StubResponse Error(int status, string? message) => StubResponse.Json(
        new JsonObject
        {
            ["error"] = new JsonObject
            {
                ["message"] = message ?? Message(status),
                ["type"] = Type(status),
                ["param"] = null,
                ["code"] = Code(status),
            },
        },
        status);

    private static string Message(int status) => status switch
    {
        401 => "Incorrect API key provided.",
        404 => "The model does not exist or you do not have access to it.",
        429 => "Rate limit reached.",
        >= 500 => "The server had an error while processing your request.",
        _ => "The request is wrong.",
    };

    private static string Type(int status) => status switch
    {
        429 => "requests",
        >= 500 => "server_error",
        _ => "invalid_request_error",
    };

    private static string? Code(int status) => status switch
    {
        401 => "invalid_api_key",
        404 => "model_not_found",
        429 => "rate_limit_exceeded",
        _ => null,
    };
}
