using System.Globalization;
using LlmAspects.Generators.Model;

namespace LlmAspects.Generators.Emission;

/// <summary>
/// Writes the call of Core that can be repeated: the receiver and the arguments travel in a tuple to a static lambda, so that nothing is captured.
/// The first token parameter is left out of it, for each attempt has its own.
/// </summary>
internal static class RetryCallWriter
{
    private const string This = "this.";

    public static string Call(AspectMethodModel method, RetryModel retry)
    {
        var local = new LocalNames(method.NamesInScope);
        var token = method.Signature.Parameters.FirstOrDefault(static parameter => parameter.IsCancellationToken);
        List<string> state = retry.IsStatic ? [] : ["this"];
        state.AddRange(method.Signature.Parameters.Where(parameter => !ReferenceEquals(parameter, token)).Select(static parameter => parameter.Name));

        var next = retry.IsStatic ? 0 : 1;
        var arguments = new List<string>();
        foreach (var parameter in method.Signature.Parameters)
        {
            arguments.Add(parameter.ArgumentModifier + (ReferenceEquals(parameter, token) ? local.Token : ElementOf(local, state.Count, next++)));
        }

        var receiver = retry.IsStatic ? string.Empty : ElementOf(local, state.Count, 0) + ".";
        var core = receiver + SignatureWriter.CoreCall(method, Without(method.CoreTarget, retry), arguments) + CoreResult.Suppression(method, retry);
        return $"{OperationHolderWriter.RetryReferenceTo(method)}.{retry.Method}({Pack(state)}, {SignatureWriter.LambdaAttributes(method.HidingAttributes)}static ({local.State}, {local.Token}) => {core}, {retry.Clock}{CancellationArguments.ForExit(method.Signature.Parameters)})";
    }

    private static string Without(string coreTarget, RetryModel retry)
        => !retry.IsStatic && coreTarget.StartsWith(This, StringComparison.Ordinal) ? coreTarget.Substring(This.Length) : coreTarget;

    // Names of elements are left to the compiler: a parameter may be called Item2 or Rest.
    private static string ElementOf(LocalNames local, int count, int index)
        => count == 1 ? local.State : $"{local.State}.Item{(index + 1).ToString(CultureInfo.InvariantCulture)}";

    private static string Pack(List<string> state) => state.Count switch
    {
        0 => "0",
        1 => state[0],
        _ => $"({string.Join(", ", state)})",
    };
}
