using LlmAspects.Generators.Model;
using LlmAspects.Shared;
using Microsoft.CodeAnalysis.CSharp;

namespace LlmAspects.Generators.Emission;

/// <summary>Writes the calls of the hooks of one struct; a hook that does not exist writes nothing, not even its catch or finally.</summary>
internal sealed class HookCallWriter(SourceWriter writer, AspectMethodModel method, UserAspectModel layer, LocalNames local, string instance)
{
    public bool Has(HookKind kind) => layer.Has(kind);

    public bool Takes(HookKind kind, HookSource source) => layer.Find(kind) is { } hook && hook.Takes(source);

    /// <summary>Writes the variable that is the state of the call; static hooks need none.</summary>
    public void WriteState()
    {
        if (layer.HasState)
        {
            writer.Line($"var {local.Aspect} = new {layer.Type}();");
        }
    }

    /// <summary>Writes the call of a hook.</summary>
    /// <param name="kind">The hook.</param>
    /// <param name="result">The expression of the result.</param>
    public void Write(HookKind kind, string result = "")
    {
        if (layer.Find(kind) is { } hook)
        {
            var call = $"{(hook.IsStatic ? layer.Type : local.Aspect)}.{HookRules.NameOf(kind)}({string.Join(", ", hook.Arguments.Select(argument => $"{argument.Parameter}: {ValueOf(argument, result)}"))})";
            writer.Line(hook.IsAsync ? $"await {call}.ConfigureAwait(false);" : call + ";");
        }
    }

    /// <summary>Writes statements, and around them what calls the hooks of failure and end.</summary>
    /// <param name="body">Writes the statements.</param>
    /// <param name="exitsElsewhere">The variable that tells that the end is another's affair, or null.</param>
    public void WriteGuarded(Action body, string? exitsElsewhere = null)
    {
        if (!Has(HookKind.Error) && !Has(HookKind.Exit))
        {
            body();
            return;
        }

        writer.Line("try");
        WriteBlock(body);
        WriteCatch();
        if (Has(HookKind.Exit))
        {
            writer.Line("finally");
            WriteBlock(() => WriteExit(exitsElsewhere));
        }
    }

    /// <summary>Writes the catch that calls the hook of failure, if there is one.</summary>
    public void WriteCatch()
    {
        if (!Has(HookKind.Error))
        {
            return;
        }

        writer.Line(Takes(HookKind.Error, HookSource.Error) ? $"catch (global::System.Exception {local.Error})" : "catch");
        WriteBlock(() =>
        {
            Write(HookKind.Error);
            writer.Line("throw;");
        });
    }

    /// <summary>Writes statements in braces.</summary>
    public void WriteBlock(Action body)
    {
        writer.OpenBlock();
        body();
        writer.CloseBlock();
    }

    private void WriteExit(string? exitsElsewhere)
    {
        if (exitsElsewhere is null)
        {
            Write(HookKind.Exit);
            return;
        }

        writer.Line($"if (!{exitsElsewhere})");
        WriteBlock(() => Write(HookKind.Exit));
    }

    private string ValueOf(HookArgumentModel argument, string result) => argument.Source switch
    {
        HookSource.Call => $"new global::LlmAspects.AspectCall({Literal(method.Operation.Component)}, {Literal(method.Operation.Name)}, {Literal(method.Signature.Name.TrimStart('@'))})",
        HookSource.Instance => instance,
        HookSource.Result => result,
        HookSource.Error => local.Error,
        _ => argument.Argument!,
    };

    private static string Literal(string value) => SymbolDisplay.FormatLiteral(value, quote: true);
}
