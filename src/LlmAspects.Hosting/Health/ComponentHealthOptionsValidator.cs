using Microsoft.Extensions.Options;

namespace LlmAspects.Hosting.Health;

[OptionsValidator]
internal sealed partial class ComponentHealthOptionsValidator : IValidateOptions<ComponentHealthOptions>;
