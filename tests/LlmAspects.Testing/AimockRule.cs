using System.Text.Json.Nodes;

namespace LlmAspects.Testing;

/// <summary>What an <see cref="AimockServer"/> answers to which requests.</summary>
/// <param name="Word">A part of the last message of the user.</param>
/// <param name="Answer">The answer; with a <see cref="Status"/> the message of the error.</param>
public sealed record AimockRule(string Word, string Answer)
{
    /// <summary>The only model that answers so; <see langword="null"/> for every model.</summary>
    public string? Model { get; init; }

    /// <summary>A part of the system message that must be there; <see langword="null"/> for none.</summary>
    public string? SystemWord { get; init; }

    /// <summary>The reported tokens of input and output; <see langword="null"/> lets the server count.</summary>
    public (int Input, int Output)? Usage { get; init; }

    /// <summary>The status of an error; <see langword="null"/> for an answer.</summary>
    public int? Status { get; init; }

    internal JsonObject ToJson() => new() { ["match"] = Match(), ["response"] = Response() };

    private JsonObject Match()
    {
        var match = new JsonObject { ["userMessage"] = Word };
        if (Model is not null)
        {
            match["model"] = Model;
        }

        if (SystemWord is not null)
        {
            match["systemMessage"] = SystemWord;
        }

        return match;
    }

    private JsonObject Response()
    {
        if (Status is { } status)
        {
            return new JsonObject { ["error"] = new JsonObject { ["message"] = Answer, ["type"] = "server_error" }, ["status"] = status };
        }

        var response = new JsonObject { ["content"] = Answer };
        if (Usage is { } usage)
        {
            response["usage"] = new JsonObject { ["prompt_tokens"] = usage.Input, ["completion_tokens"] = usage.Output, ["total_tokens"] = usage.Input + usage.Output };
        }

        return response;
    }
}
