using System.Net.Http.Headers;
using System.Text;
using EvalHarness.Inputs;

namespace EvalHarness.Cli.Tracking;

/// <summary>Where MLflow is, and who asks: user and password, else a token, from the variables that MLflow's own clients read.</summary>
/// <param name="Secrets">What no message may show.</param>
internal sealed record MlflowAccess(Uri Uri, AuthenticationHeaderValue? Authorization, IReadOnlyList<string> Secrets)
{
    public const string UriVariable = "MLFLOW_TRACKING_URI";
    public const string TokenVariable = "MLFLOW_TRACKING_TOKEN";
    public const string UserVariable = "MLFLOW_TRACKING_USERNAME";
    public const string PasswordVariable = "MLFLOW_TRACKING_PASSWORD";

    /// <summary>Whether a secret is sent where others on the way can read it.</summary>
    public bool IsOpen => Authorization is not null && Uri.Scheme == Uri.UriSchemeHttp && !Uri.IsLoopback;

    /// <param name="uri">Of the command line; the variable's when absent.</param>
    /// <param name="variable">Looks a variable up.</param>
    /// <exception cref="InputException">There is none, or it is not the address of a server.</exception>
    public static MlflowAccess Of(string? uri, Func<string, string?> variable)
    {
        var named = uri ?? variable(UriVariable);
        if (string.IsNullOrWhiteSpace(named))
            throw Problem("no server is named", $"Name it: --tracking-uri http://127.0.0.1:5000, or {UriVariable}.");
        if (!Uri.TryCreate(named.TrimEnd('/') + "/", UriKind.Absolute, out var parsed) || parsed.Scheme is not ("http" or "https"))
            throw Problem("this is not the address of a tracking server", "It begins with http:// or https://; files and databases are opened by a server: mlflow server.");
        if (parsed.UserInfo.Length > 0 || parsed.Query.Length > 0)
            throw Problem("the address holds more than a place", $"Secrets belong into {UserVariable} and {PasswordVariable}, or {TokenVariable}.");
        return (variable(UserVariable), variable(PasswordVariable), variable(TokenVariable)) switch
        {
            ({ Length: > 0 } user, { Length: > 0 } password, _) => new MlflowAccess(parsed, new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{user}:{password}"))), [password]),
            (_, _, { Length: > 0 } token) => new MlflowAccess(parsed, new AuthenticationHeaderValue("Bearer", token), [token]),
            _ => new MlflowAccess(parsed, null, []),
        };
    }

    private static InputException Problem(string found, string mend) => new(new InputProblem("--tracking-uri", found, mend));
}
