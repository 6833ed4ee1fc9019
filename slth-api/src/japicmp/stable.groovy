// Leaves of what japicmp found the types that were, or now are, STABLE: their own @API counts, else
// that of the type around them, else that of their package. What has none counts as stable.

import javassist.CtClass
import javassist.bytecode.AnnotationsAttribute

String own(CtClass type) {
  def annotations = type?.classFile2?.getAttribute(AnnotationsAttribute.visibleTag)
  annotations?.getAnnotation('org.apiguardian.api.API')?.getMemberValue('status')?.value
}

String status(CtClass type) {
  for (CtClass around = type; around != null; around = around.declaringClass) {
    if (own(around) != null) {
      return own(around)
    }
  }
  own(type.classPool.getOrNull(type.packageName + '.package-info')) ?: 'STABLE'
}

jApiClasses.removeIf { change ->
  CtClass type = change.oldClass.present ? change.oldClass.get() : change.newClass.get()
  !(status(type) in ['STABLE', 'MAINTAINED'])
}
return jApiClasses
