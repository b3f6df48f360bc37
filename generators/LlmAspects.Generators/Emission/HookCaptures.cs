using LlmAspects.Generators.Model;
using LlmAspects.Shared;

namespace LlmAspects.Generators.Emission;

/// <summary>What hooks need of the method in a local function that outlives it.</summary>
/// <param name="Parameters">The parameters, each after a comma.</param>
/// <param name="Arguments">The arguments, each after a comma.</param>
internal readonly record struct HookCaptures(string Parameters, string Arguments)
{
    public static HookCaptures For(AspectMethodModel method, UserAspectsModel aspects, int layer, LocalNames local, params HookKind[] kinds)
    {
        var needed = aspects.Layers[layer].Hooks.Where(hook => kinds.Contains(hook.Kind)).SelectMany(static hook => hook.Arguments).ToArray();
        var values = new List<(string Type, string Name, string Value)>();
        if (aspects.Layers[layer].Hooks.Any(hook => !hook.IsStatic && kinds.Contains(hook.Kind) && !kinds.Contains(HookKind.Enter)))
        {
            values.Add((aspects.Layers[layer].Type, local.Aspect, local.Aspect));
        }

        if (needed.Any(static argument => argument.Source == HookSource.Instance))
        {
            values.Add((aspects.InstanceType, local.Instance, "this"));
        }

        values.AddRange(method.Signature.Parameters
            .Where(parameter => needed.Any(argument => argument.Argument == parameter.Name))
            .Select(static parameter => (parameter.Type, parameter.Name, parameter.Name)));
        return new HookCaptures(
            string.Concat(values.Select(static value => $", {value.Type} {value.Name}")),
            string.Concat(values.Select(static value => $", {value.Value}")));
    }
}
